import {
  amendmentsOf,
  type FilingRow,
  type FilingTexts,
  filingsById,
  filingsByNumber,
  filingTexts,
  ownersOfFilings,
} from '../ledger/index.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { AmendmentOutcome, FormType, KnownAtBasis } from './enums.ts';
import { Footnote } from './footnote.ts';
import { decodeIdOf, encodeId } from './ids.ts';
import { Issuer, loadIssuer } from './issuer.ts';
import { present, type Soon } from './loaders.ts';
import { Node } from './node.ts';
import { ReportingOwner } from './reporting-owner.ts';
import { planOf, Rule10b5One } from './rule-10b5-one.ts';
import { Signature } from './signature.ts';

/** Filing: one document. Other files add the fields that lead to events. */
export const Filing = builder.objectRef<FilingRow>('Filing').implement({
  description: 'One Form 3, 4 or 5, or an amendment of one.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: 'Stable.', resolve: ({ id }) => encodeId('Filing', id) }),
    accessionNumber: t.expose('accessionNumber', {
      type: 'AccessionNumber',
      nullable: true,
      description: 'Null while no rendition that carries it is in the ledger.',
    }),
    form: t.expose('form', { type: FormType, description: 'Which form it is.' }),
    isAmendment: t.boolean({
      description: 'Whether it amends an earlier filing.',
      resolve: ({ form }) => form.endsWith('_A'),
    }),
    issuer: t.field({
      type: Issuer,
      description: 'Whose securities it is about.',
      resolve: ({ issuerId }, _, context) => loadIssuer(issuerId, context),
    }),
    reportingOwners: t.field({
      type: [ReportingOwner],
      description: 'Who reports, in the order listed; at least one.',
      resolve: ({ id }, _, { loaders }) =>
        loaders.list('owners of filings', id, ownersOfFilings, ({ filingId }) => filingId),
    }),
    periodOfReport: t.expose('periodOfReport', {
      type: 'Date',
      nullable: true,
      description: 'Form 3: date of the event; 4: earliest transaction; 5: end of the fiscal year.',
    }),
    dateOfOriginalSubmission: t.expose('dateOfOriginalSubmission', {
      type: 'Date',
      nullable: true,
      description: 'Of an amendment: when its original was filed.',
    }),
    filedOn: t.expose('filedOn', {
      type: 'Date',
      nullable: true,
      description: 'The filing date, where a rendition gives it.',
    }),
    knownAt: t.expose('knownAt', { type: 'DateTime', description: 'When the public could know.' }),
    knownAtBasis: t.expose('knownAtBasis', {
      type: KnownAtBasis,
      description: 'Where that instant comes from.',
    }),
    notSubjectToSection16: t.exposeBoolean('notSubjectToSection16', {
      description: 'The exit box: no longer subject to Section 16.',
    }),
    noSecuritiesOwned: t.exposeBoolean('noSecuritiesOwned', {
      description: 'Form 3: the box that nothing is owned.',
    }),
    rule10b5One: t.field({
      type: Rule10b5One,
      description: 'What its box, footnotes and remarks say of a Rule 10b5-1 plan.',
      resolve: async ({ id, rule10b5One }, _, context) => {
        const { footnotes, remarks } = await textsOf(id, context);
        const cited = footnotes.map((footnote) => ({ field: 'footnotes', footnote }));
        return planOf(rule10b5One, cited, remarks);
      },
    }),
    schemaVersion: t.exposeString('schemaVersion', {
      nullable: true,
      description: 'X0306 and the like; null outside ownership XML.',
    }),
    footnotes: t.field({
      type: [Footnote],
      description: 'In the order listed.',
      resolve: async ({ id }, _, context) => [...(await textsOf(id, context)).footnotes],
    }),
    remarks: t.string({
      nullable: true,
      description: 'Free text.',
      resolve: async ({ id }, _, context) => (await textsOf(id, context)).remarks,
    }),
    signatures: t.field({
      type: [Signature],
      description: 'In the order listed.',
      resolve: async ({ id }, _, context) => [...(await textsOf(id, context)).signatures],
    }),
    amendmentOutcome: t.expose('amendmentOutcome', {
      type: AmendmentOutcome,
      nullable: true,
      description: 'Null for an original; UNRESOLVED while its original is not in the ledger.',
    }),
    url: t.string({
      nullable: true,
      description:
        'Where to read it on EDGAR; null without an accession number or the issuer’s CIK.',
      resolve: async ({ accessionNumber, issuerId }, _, context) =>
        accessionNumber === null
          ? null
          : edgarUrl(accessionNumber, (await loadIssuer(issuerId, context)).cik),
    }),
    sourceHash: t.string({
      description: 'SHA-256 of the bytes it was parsed from, hex.',
      resolve: async ({ id }, _, context) => (await textsOf(id, context)).sourceHash,
    }),
  }),
});

builder.objectFields(Filing, (t) => ({
  amends: t.field({
    type: Filing,
    nullable: true,
    description: 'The original of an amendment.',
    resolve: ({ amendsId }, _, context) =>
      amendsId === null ? null : loadFiling(amendsId, context),
  }),
  amendedBy: t.field({
    type: [Filing],
    description: 'The amendments of it, in the order they became known.',
    resolve: ({ id }, _, { loaders }) =>
      loaders.list('amendments of filings', id, amendmentsOf, ({ amendsId }) => amendsId),
  }),
  amendmentCandidates: t.field({
    type: [Filing],
    description:
      'Of an amendment whose outcome is UNRESOLVED: the filings that fit, oldest first; else empty.',
    resolve: async ({ id }, _, context) =>
      loadFilings((await textsOf(id, context)).amendmentCandidates, context),
  }),
}));

const FilingBy = builder.inputType('FilingBy', {
  description: 'Names one filing, in one of these ways.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    accessionNumber: t.field({ type: 'AccessionNumber', description: 'EDGAR accession number.' }),
  }),
});

builder.queryField('filing', (t) =>
  t.field({
    type: Filing,
    nullable: true,
    description: 'One filing; null where the ledger holds none such.',
    args: { by: t.arg({ type: FilingBy, required: true, description: 'Which filing.' }) },
    resolve: (_, { by: { id, accessionNumber } }, context) =>
      accessionNumber == null
        ? findFiling(decodeIdOf('Filing', id ?? '', 'by.id'), context)
        : filingByNumber(accessionNumber, context),
  }),
);

/** A filing by id; null where there is none. */
export function findFiling(id: bigint, { loaders }: Context): Soon<FilingRow | null> {
  return loaders.row('filing', id, filingsById, (row) => row.id);
}

/** A filing that a row refers to. */
export async function loadFiling(id: bigint, context: Context): Promise<FilingRow> {
  return present(await findFiling(id, context));
}

/** Several such, in the order of their ids. */
export function loadFilings(ids: readonly bigint[], context: Context): Promise<FilingRow[]> {
  return Promise.all(ids.map((id) => loadFiling(id, context)));
}

function filingByNumber(number: string, { loaders }: Context): Soon<FilingRow | null> {
  return loaders.row(
    'filing by accession number',
    number,
    filingsByNumber,
    (row) => row.accessionNumber ?? '',
  );
}

async function textsOf(id: bigint, { loaders }: Context): Promise<FilingTexts> {
  return present(await loaders.row('texts of filings', id, filingTexts, (row) => row.id));
}

function edgarUrl(accessionNumber: string | null, cik: string | null): string | null {
  if (accessionNumber === null || cik === null) return null;
  const folder = `${BigInt(cik)}/${accessionNumber.replaceAll('-', '')}`;
  return `https://www.sec.gov/Archives/edgar/data/${folder}/${accessionNumber}-index.htm`;
}

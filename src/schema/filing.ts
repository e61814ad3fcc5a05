import type { GraphQLResolveInfo } from 'graphql';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { AmendmentOutcome, FormType, KnownAtBasis, Rule10b5One } from './enums.ts';
import { Footnote, footnotesOf } from './footnote.ts';
import { decodeIdOf, encodeId } from './ids.ts';
import { Node } from './node.ts';
import { ReportingOwner } from './reporting-owner.ts';
import { selected } from './selection.ts';
import { Signature, type SignatureShape } from './signature.ts';

/** Filing: one document. Other files add the fields that lead to events. */
export const Filing = builder.prismaObject('Filing', {
  description: 'One Form 3, 4 or 5, or an amendment of one.',
  select: { id: true },
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
      select: { form: true },
      resolve: ({ form }) => form.endsWith('_A'),
    }),
    issuer: t.relation('issuer', { description: 'Whose securities it is about.' }),
    reportingOwners: t.relation('owners', {
      type: ReportingOwner,
      description: 'Who reports, in the order listed; at least one.',
      query: { orderBy: { ordinal: 'asc' } },
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
    rule10b5One: t.expose('rule10b5One', {
      type: Rule10b5One,
      description: 'What it says of a Rule 10b5-1 plan.',
    }),
    schemaVersion: t.exposeString('schemaVersion', {
      nullable: true,
      description: 'X0306 and the like; null outside ownership XML.',
    }),
    footnotes: t.field({
      type: [Footnote],
      description: 'In the order listed.',
      select: { footnotes: true },
      resolve: (filing) => [...footnotesOf(filing)],
    }),
    remarks: t.exposeString('remarks', { nullable: true, description: 'Free text.' }),
    signatures: t.field({
      type: [Signature],
      description: 'In the order listed.',
      select: { signatures: true },
      resolve: ({ signatures }) => signatures as unknown as SignatureShape[],
    }),
    amendmentOutcome: t.expose('amendmentOutcome', {
      type: AmendmentOutcome,
      nullable: true,
      description: 'Null for an original; UNRESOLVED while its original is not in the ledger.',
    }),
    amends: t.relation('amends', { nullable: true, description: 'The original of an amendment.' }),
    amendedBy: t.relation('amendedBy', {
      description: 'The amendments of it, in the order they became known.',
      query: { orderBy: [{ knownAt: 'asc' }, { id: 'asc' }] },
    }),
    url: t.string({
      nullable: true,
      description:
        'Where to read it on EDGAR; null without an accession number or the issuer’s CIK.',
      select: { accessionNumber: true, issuer: { select: { cik: true } } },
      resolve: ({ accessionNumber, issuer }) => edgarUrl(accessionNumber, issuer.cik),
    }),
    sourceHash: t.string({
      description: 'SHA-256 of the bytes it was parsed from, hex.',
      select: { sourceHash: true },
      resolve: ({ sourceHash }) => Buffer.from(sourceHash).toString('hex'),
    }),
  }),
});

builder.prismaObjectField(Filing, 'amendmentCandidates', (t) =>
  t.field({
    type: [Filing],
    description:
      'Where several filings fit an amendment equally and its outcome is UNRESOLVED: those, oldest first; else empty.',
    select: { amendmentCandidates: true },
    resolve: ({ amendmentCandidates }, _, context, info) =>
      loadFilings(amendmentCandidates, context, info),
  }),
);

const FilingBy = builder.inputType('FilingBy', {
  description: 'Names one filing, in one of these ways.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    accessionNumber: t.field({ type: 'AccessionNumber', description: 'EDGAR accession number.' }),
  }),
});

builder.queryField('filing', (t) =>
  t.prismaField({
    type: Filing,
    nullable: true,
    description: 'One filing; null where the ledger holds none such.',
    args: { by: t.arg({ type: FilingBy, required: true, description: 'Which filing.' }) },
    resolve: (query, _, { by: { id, accessionNumber } }, { database }) =>
      database.prisma.filing.findUnique({
        ...query,
        where:
          accessionNumber == null
            ? { id: decodeIdOf('Filing', id ?? '', 'by.id') }
            : { accessionNumber },
      }),
  }),
);

/** A filing that a row refers to, with what the field selects; Prisma batches equal selections. */
export function loadFiling(id: bigint, context: Context, info: GraphQLResolveInfo) {
  const query = selected('Filing', context, info);
  return context.database.prisma.filing.findUniqueOrThrow({ ...query, where: { id } });
}

/** Several such, in the order of their ids. */
export function loadFilings(
  ids: readonly bigint[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<(typeof Filing.$inferType)[]> {
  return Promise.all(ids.map((id) => loadFiling(id, context, info)));
}

function edgarUrl(accessionNumber: string | null, cik: string | null): string | null {
  if (accessionNumber === null || cik === null) return null;
  const folder = `${BigInt(cik)}/${accessionNumber.replaceAll('-', '')}`;
  return `https://www.sec.gov/Archives/edgar/data/${folder}/${accessionNumber}-index.htm`;
}

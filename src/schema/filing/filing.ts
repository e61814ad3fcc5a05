import type { GraphQLResolveInfo } from 'graphql';
import type { StoredFootnote } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { AmendmentOutcome, FormType, KnownAtBasis } from '../enums.ts';
import { decodeIdOf, encodeId, Node } from '../identity/index.ts';
import { type Context, partsRead, planned, present, reads } from '../request/index.ts';
import { Footnote } from './footnote.ts';
import { isInvented } from './invented-filings.ts';
import { ParseWarning, type WarningShape } from './parse-warning.ts';
import { ReportingOwner } from './reporting-owner.ts';
import { planOf, Rule10b5One } from './rule-10b5-one.ts';
import { Signature, type SignatureShape } from './signature.ts';

/** Filing: one document. Other files add the fields that lead to events. */
export const Filing = builder.prismaObject('Filing', {
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
    rule10b5One: t.field({
      type: Rule10b5One,
      description: 'What its box, footnotes and remarks say of a Rule 10b5-1 plan.',
      extensions: reads('texts'),
      resolve: ({ rule10b5One, footnotes, remarks }) => {
        const listed = footnotes as unknown as StoredFootnote[];
        const cited = listed.map((footnote) => ({ field: 'footnotes', footnote }));
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
      extensions: reads('texts'),
      resolve: ({ footnotes }) => footnotes as unknown as StoredFootnote[],
    }),
    remarks: t.exposeString('remarks', {
      nullable: true,
      description: 'Free text.',
      extensions: reads('texts'),
    }),
    signatures: t.field({
      type: [Signature],
      description: 'In the order listed.',
      extensions: reads('texts'),
      resolve: ({ signatures }) => signatures as unknown as SignatureShape[],
    }),
    warnings: t.field({
      type: [ParseWarning],
      description:
        'Warnings of the parser about the document that the filing was read from; empty for most.',
      extensions: reads('texts'),
      resolve: ({ warnings }) => warnings as unknown as WarningShape[],
    }),
  }),
});

builder.prismaObjectFields(Filing, (t) => ({
  amendmentOutcome: t.expose('amendmentOutcome', {
    type: AmendmentOutcome,
    nullable: true,
    description: 'Null for an original; UNRESOLVED while its original is not in the ledger.',
  }),
  url: t.string({
    nullable: true,
    description:
      'Where to read it on EDGAR; null without an accession number or the issuer’s CIK, and for the ' +
      'samples, which are invented.',
    select: { issuer: true },
    resolve: ({ accessionNumber, issuer }) => edgarUrl(accessionNumber, issuer.cik),
  }),
  sourceHash: t.string({
    description: 'SHA-256 of the bytes it was parsed from, hex.',
    resolve: ({ sourceHash }) => Buffer.from(sourceHash).toString('hex'),
  }),
  amends: t.relation('amends', { nullable: true, description: 'The original of an amendment.' }),
  amendedBy: t.relation('amendedBy', {
    description: 'The amendments of it, in the order they became known.',
    query: { orderBy: [{ knownAt: 'asc' }, { orderKey: 'asc' }] },
  }),
  amendmentCandidates: t.field({
    type: [Filing],
    description:
      'Of an amendment whose outcome is UNRESOLVED: the filings that fit, oldest first; else empty.',
    resolve: async ({ id }, _, context, info) =>
      loadFilings(await candidatesOf(id, context), context, info),
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
  t.prismaField({
    type: Filing,
    nullable: true,
    description: 'One filing; null where the ledger holds none such.',
    args: { by: t.arg({ type: FilingBy, required: true, description: 'Which filing.' }) },
    resolve: (query, _, { by: { id, accessionNumber } }, { records }) =>
      records.filing.findUnique({
        ...query,
        where:
          accessionNumber == null
            ? { id: decodeIdOf('Filing', id ?? '', 'by.id') }
            : { accessionNumber },
      }),
  }),
);

/** A filing as the ledger holds it. */
export type FilingRow = typeof Filing.$inferType;

/** What is long, and left out where nothing asks for it. */
const TEXTS = { footnotes: true, remarks: true, signatures: true };

/**
 * Filings by id, each null where there is none, with what the query asks of them: one read for all
 * rows of the field that `info` resolves, or for the nodes of the connection that it gives.
 */
export function findFilings(
  ids: readonly bigint[],
  context: Context,
  info: GraphQLResolveInfo,
  of: 'rows' | 'nodes' = 'rows',
): Promise<(FilingRow | null)[]> {
  const query = planned('Filing', context, info, of);
  const omit = partsRead(info).includes('texts') ? {} : TEXTS;
  const loader = context.loaders.of('filings', { query, omit }, async (keys: readonly bigint[]) => {
    const where = { id: { in: [...keys] } };
    const rows = await context.records.filing.findMany({ ...query, omit, where });
    const found = new Map(rows.map((row) => [row.id, row as FilingRow]));
    return keys.map((key) => found.get(key) ?? null);
  });
  return Promise.all(ids.map((id) => loader.load(id)));
}

/** A filing that a row refers to. */
export async function loadFiling(
  id: bigint,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<FilingRow> {
  const [filing = null] = await findFilings([id], context, info);
  return present(filing);
}

/** Several such, in the order of their ids. */
export async function loadFilings(...asked: Parameters<typeof findFilings>): Promise<FilingRow[]> {
  return (await findFilings(...asked)).map(present);
}

function candidatesOf(id: bigint, { loaders, records }: Context): Promise<readonly bigint[]> {
  const loader = loaders.of('candidates', null, async (ids: readonly bigint[]) => {
    const rows = await records.filing.findMany({
      select: { id: true, amendmentCandidates: true },
      where: { id: { in: [...ids] } },
    });
    const found = new Map(rows.map((row) => [row.id, row.amendmentCandidates]));
    return ids.map((each) => found.get(each) ?? []);
  });
  return loader.load(id);
}

function edgarUrl(accessionNumber: string | null, cik: string | null): string | null {
  if (accessionNumber === null || cik === null || isInvented(accessionNumber)) return null;
  const folder = `${BigInt(cik)}/${accessionNumber.replaceAll('-', '')}`;
  return `https://www.sec.gov/Archives/edgar/data/${folder}/${accessionNumber}-index.htm`;
}

import { z } from 'zod';
import {
  filingInWords,
  filing as filingOf,
  grouped,
  heldHow,
  inQuotes,
  issuer,
  LONGEST,
  named,
  person,
  quoted,
  SECURITY,
  security,
} from '../answers/index.ts';
import type { FilingReadQuery } from '../graphql/index.ts';

type Read = NonNullable<FilingReadQuery['filing']>;
type Transaction = Read['transactions'][number];
/** A line of a filing, of either table. */
export type Line = Transaction | Read['holdings'][number];

/** Owners, notes, warnings and other filings that an answer has at most, each. */
const MOST = { owners: 10, notes: 12, warnings: 8, filings: 5 } as const;

/** A line as it is answered. */
export const LINE = z.object({
  position: z.string(),
  line: z.number().int(),
  kind: z.enum(['TRANSACTION', 'HOLDING']),
  effectiveOn: z.string().nullable(),
  code: z.string().nullable().describe('As filed.'),
  acquiredDisposed: z.string().nullable(),
  shares: z.string().nullable(),
  price: z.string().nullable(),
  amountAfter: z.string().nullable(),
  security: SECURITY,
  ownership: z.string(),
  nature: z.string().nullable().describe('As filed.'),
  footnotes: z.array(z.string()).describe('Ids of the footnotes that it cites.'),
  flags: z.array(z.string()),
  supersededBy: z
    .object({ position: z.string(), filing: z.string().nullable() })
    .nullable()
    .describe('What an amendment put in its place.'),
});

/** What a filing is, whose, and about whom. */
export function headOf(read: Read) {
  return {
    filing: filingOf(read),
    resource:
      read.accessionNumber === null ? null : `insider-ledger://filing/${read.accessionNumber}`,
    isAmendment: read.isAmendment,
    amendmentOutcome: read.amendmentOutcome,
    knownAtBasis: read.knownAtBasis,
    filedOn: read.filedOn,
    periodOfReport: read.periodOfReport,
    issuer: issuer(read.issuer),
    owners: read.reportingOwners.slice(0, MOST.owners).map((owner) => ({
      ...person(owner.person),
      title: owner.title === null ? null : quoted(owner.title, LONGEST.title),
      roles: owner.roles,
    })),
  };
}

/** Its footnotes, remarks, amendments and doubts, of each the first. */
export function notesOf(read: Read) {
  const { footnotes, warnings, amendedBy, amendmentCandidates, reportingOwners } = read;
  const left = [
    [reportingOwners.length - MOST.owners, 'owners'],
    [footnotes.length - MOST.notes, 'footnotes'],
    [warnings.length - MOST.warnings, 'warnings'],
    [amendedBy.length - MOST.filings, 'amendments'],
    [amendmentCandidates.length - MOST.filings, 'candidates'],
  ] as const;
  return {
    footnotes: footnotes.slice(0, MOST.notes).map(({ id, text }) => ({
      id: quoted(id, 10),
      text: quoted(text, LONGEST.note),
    })),
    remarks: read.remarks === null ? null : quoted(read.remarks, LONGEST.remarks),
    amends: read.amends && filingOf(read.amends),
    amendedBy: amendedBy.slice(0, MOST.filings).map(filingOf),
    candidates: amendmentCandidates.slice(0, MOST.filings).map(filingOf),
    warnings: warnings.slice(0, MOST.warnings).map(({ code, message }) => ({
      code,
      message: quoted(message, LONGEST.title),
    })),
    leftOut: left.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])),
  };
}

/** One of its lines as it is answered. */
export function line(of: Line): z.output<typeof LINE> {
  const traded = 'codeAsFiled' in of ? of : null;
  return {
    position: of.position,
    line: of.line,
    kind: traded === null ? 'HOLDING' : 'TRANSACTION',
    effectiveOn: traded?.effectiveOn ?? null,
    code: traded === null ? null : quoted(traded.codeAsFiled, 10),
    acquiredDisposed: traded?.acquiredDisposed ?? null,
    shares: traded?.shares ?? null,
    price: traded?.pricePerShare ?? null,
    amountAfter: of.amountAfter,
    security: security(of.security),
    ownership: of.ownership,
    nature: of.nature === null ? null : quoted(of.nature, LONGEST.nature),
    footnotes: [...new Set(of.footnotes.map(({ footnote }) => quoted(footnote.id, 10)))].slice(
      0,
      12,
    ),
    flags: of.flags,
    supersededBy: of.supersededBy && {
      position: of.supersededBy.position,
      filing: of.supersededBy.filing?.accessionNumber ?? null,
    },
  };
}

/** What a filing is, in words. */
export function headInWords(read: Read): string[] {
  const owners = read.reportingOwners
    .slice(0, MOST.owners)
    .map(({ person: owner, title, roles }) => {
      const is = title === null ? roles.join(', ') : inQuotes(title, LONGEST.title);
      return `- by ${named(owner)}${is === '' ? '' : `, ${is}`}`;
    });
  const amended = read.amendedBy
    .slice(0, MOST.filings)
    .map((by) => `Amended by ${filingInWords(by)}, known at ${by.knownAt}.`);
  const amends = read.amends ? [`It amends ${filingInWords(read.amends)}.`] : [];
  const outcome =
    read.amendmentOutcome === null ? [] : [`As an amendment it ${read.amendmentOutcome}.`];
  return [
    `${filingInWords(read)} about ${named(read.issuer)}, known at ${read.knownAt}` +
      `${read.periodOfReport === null ? '' : `, for ${read.periodOfReport}`}.`,
    ...owners,
    ...outcome,
    ...amends,
    ...amended,
  ];
}

/** One of its lines, in words. */
export function lineInWords(of: Line): string {
  const title = inQuotes(of.security.title, LONGEST.title);
  const after = of.amountAfter === null ? '' : `${grouped(of.amountAfter)} after`;
  const done =
    'codeAsFiled' in of
      ? `${of.effectiveOn} code ${inQuotes(of.codeAsFiled, 10)} ${grouped(of.shares ?? '?')} of ${title}` +
        `${of.pricePerShare === null ? '' : ` at $${of.pricePerShare}`}, ${after}`
      : `holding of ${title}, ${after}`;
  const superseded =
    of.supersededBy === null ? '' : ` [superseded by position ${of.supersededBy.position}]`;
  return `- line ${of.line}: ${done}, ${heldHow(of)}, position ${of.position}${superseded}`;
}

/** Its footnotes, remarks and doubts, in words. */
export function notesInWords(read: Read): string[] {
  const notes = read.footnotes
    .slice(0, MOST.notes)
    .map(({ id, text }) => `Footnote ${quoted(id, 10)}: ${inQuotes(text, LONGEST.note)}`);
  const remarks =
    read.remarks === null ? [] : [`Remarks: ${inQuotes(read.remarks, LONGEST.remarks)}`];
  const doubts =
    read.warnings.length === 0 ? [] : [`Doubts of the parser: ${read.warnings.length}.`];
  return [...notes, ...remarks, ...doubts];
}

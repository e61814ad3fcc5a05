import { z } from 'zod';
import { parseAccessionNumber } from '../../../values/index.ts';
import {
  FILING,
  FRAME,
  filingInWords,
  filing as filingOf,
  filingPath,
  fitted,
  framed,
  frameInWords,
  grouped,
  heldHow,
  ISSUER,
  inQuotes,
  issuer,
  LONGEST,
  link,
  named,
  PERSON,
  person,
  quoted,
  SECURITY,
  security,
  viewOf,
} from '../answers/index.ts';
import { FilingReadDocument, type FilingReadQuery } from '../graphql/index.ts';
import { refused } from '../refusal.ts';
import { offsetOf } from './offset.ts';
import { tool } from './tool.ts';

type Read = NonNullable<FilingReadQuery['filing']>;
type Transaction = Read['transactions'][number];
type Line = Transaction | Read['holdings'][number];

/** Owners, notes, warnings and other filings that an answer has at most, each. */
const MOST = { owners: 10, notes: 12, warnings: 8, filings: 5 } as const;

const LINE = z.object({
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

/** One filing, as it was read. */
export const filing = tool({
  name: 'filing',
  title: 'A filing, line by line',
  description:
    'A Form 3, 4 or 5 by its accession number, as this ledger has read it: who filed it and as what, ' +
    'its lines, footnotes and remarks, what amends it or is amended by it, and doubts of the parser.',
  input: z.strictObject({
    number: z.string().min(1).max(60).describe('Accession number, such as 0001209191-21-012345.'),
    after: z.string().max(20).optional().describe('`next` of an earlier answer, for more lines.'),
  }),
  output: z.object({
    filing: FILING,
    resource: z.string().nullable().describe('The resource that has the text it was read from.'),
    isAmendment: z.boolean(),
    amendmentOutcome: z.string().nullable(),
    knownAtBasis: z.string(),
    filedOn: z.string().nullable(),
    periodOfReport: z.string().nullable(),
    issuer: ISSUER,
    owners: z.array(PERSON.extend({ title: z.string().nullable(), roles: z.array(z.string()) })),
    lines: z.array(LINE),
    footnotes: z.array(z.object({ id: z.string(), text: z.string() })),
    remarks: z.string().nullable().describe('As filed.'),
    amends: FILING.nullable(),
    amendedBy: z.array(FILING),
    candidates: z.array(FILING).describe('Of an unresolved amendment: the filings that fit.'),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    leftOut: z.array(z.string()).describe('What of owners, footnotes and the like is not shown.'),
    ...FRAME,
  }),
  async answer(args, asking) {
    const number = accessionNumberOf(args.number);
    const offset = offsetOf(args.after);
    const by = { accessionNumber: number };
    const { snapshot, filing: read } = await asking.ask(FilingReadDocument, {
      by,
      asOf: asking.today,
    });
    if (read === null) throw refused(noSuch(number));
    const lines: Line[] = [...read.transactions, ...read.holdings];
    const rest = lines.slice(offset);
    const links = [
      ...link('Explorer', viewOf(filingPath(read), asking)),
      ...link('EDGAR', read.url),
    ];
    return fitted(rest.length, (shown) => {
      const end = offset + shown;
      const complete = {
        shown,
        of: lines.length,
        next: end < lines.length ? String(end) : null,
      };
      const frame = { viewed: snapshot, complete, links };
      const part = rest.slice(0, shown);
      return {
        structured: {
          ...headOf(read),
          lines: part.map(line),
          ...notesOf(read),
          ...framed(frame, asking),
        },
        words: [
          ...headInWords(read),
          ...part.map(lineInWords),
          ...notesInWords(read),
          ...frameInWords(frame, 'lines'),
        ].join('\n'),
      };
    });
  },
});

/** The accession number that a text is; refuses, with how one looks, what is none. */
export function accessionNumberOf(text: string): string {
  const number = parseAccessionNumber(text.trim());
  if (number !== null) return number;
  throw refused(
    `number: ${inQuotes(text, 60)} is no accession number. It has 18 digits, as 0001209191-21-012345.`,
  );
}

/** That there is no filing of a number, and what to do. */
export function noSuch(number: string): string {
  return (
    `number: no filing ${number} is in this ledger. To find one, ask transactions of its person or ` +
    'issuer: each line names its filing.'
  );
}

function headOf(read: Read) {
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

function notesOf(read: Read) {
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

function line(of: Line): z.output<typeof LINE> {
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

function headInWords(read: Read): string[] {
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

function lineInWords(of: Line): string {
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

function notesInWords(read: Read): string[] {
  const notes = read.footnotes
    .slice(0, MOST.notes)
    .map(({ id, text }) => `Footnote ${quoted(id, 10)}: ${inQuotes(text, LONGEST.note)}`);
  const remarks =
    read.remarks === null ? [] : [`Remarks: ${inQuotes(read.remarks, LONGEST.remarks)}`];
  const doubts =
    read.warnings.length === 0 ? [] : [`Doubts of the parser: ${read.warnings.length}.`];
  return [...notes, ...remarks, ...doubts];
}

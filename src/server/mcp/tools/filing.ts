import { z } from 'zod';
import { parseAccessionNumber } from '../../../values/index.ts';
import {
  FILING,
  FRAME,
  filingPath,
  fitted,
  framed,
  frameInWords,
  ISSUER,
  inQuotes,
  link,
  PERSON,
  viewOf,
} from '../answers/index.ts';
import { FilingReadDocument } from '../graphql/index.ts';
import { refused } from '../refusal.ts';
import {
  headInWords,
  headOf,
  LINE,
  type Line,
  line,
  lineInWords,
  notesInWords,
  notesOf,
} from './filing-parts.ts';
import { completeFrom, offsetOf } from './offset.ts';
import { tool } from './tool.ts';

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
      const complete = completeFrom(offset, shown, lines.length);
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

import fc from 'fast-check';

/** One line of an index, as a test wants it written. */
export interface PrintedEntry {
  readonly form: string;
  readonly name: string;
  /** Without leading zeros, as EDGAR writes it. */
  readonly cik: number;
  /** YYYY-MM-DD. */
  readonly filedOn: string;
  readonly accessionNumber: string;
}

/** How an index is written. */
export interface IndexStyle {
  readonly by: 'form' | 'master';
  /** Daily indexes write 20240102, the others 2024-01-02, and end lines of columns with blanks. */
  readonly isDaily: boolean;
}

/** An index as EDGAR writes them: a head, a line of column names, a line of dashes, the entries. */
export function printIndex(entries: readonly PrintedEntry[], style: IndexStyle): string {
  const names =
    style.by === 'master'
      ? `CIK|Company Name|Form Type|Date Filed|File${style.isDaily ? ' N' : 'n'}ame`
      : columns(['Form Type', 'Company Name', 'CIK', 'Date Filed', 'File Name'], false);
  return [
    `Description:           Master Index of EDGAR Dissemination Feed`,
    'Last Data Received:    June 30, 2023',
    'Comments:              webmaster@example.com',
    'Anonymous FTP:         ftp://ftp.example.com/edgar/',
    ' ',
    ' ',
    ' ',
    ' ',
    names,
    '-'.repeat(style.by === 'master' ? 80 : 141),
    ...entries.map((entry) => printEntry(entry, style)),
    '',
  ].join('\n');
}

/** Where the submission of an entry is, beneath EDGAR's archives. */
export function pathOf({ cik, accessionNumber }: PrintedEntry): string {
  return `edgar/data/${cik}/${accessionNumber}.txt`;
}

function printEntry(entry: PrintedEntry, { by, isDaily }: IndexStyle): string {
  const date = isDaily ? entry.filedOn.replaceAll('-', '') : entry.filedOn;
  const cells = [entry.form, entry.name, String(entry.cik), date, pathOf(entry)];
  if (by === 'form') return columns(cells, isDaily);
  return [entry.cik, entry.name, entry.form, date, pathOf(entry)].join('|');
}

function columns(cells: readonly string[], isPadded: boolean): string {
  const widths = [12, 62, 12, 12, isPadded ? 53 : 0];
  return cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('');
}

/** Names as EDGAR has them: with pipes, in latin1 or UTF-8, up to the width of their column. */
const words = fc.constantFrom(
  'Quillfeather',
  'ORRERY',
  '& Co',
  'L.P.',
  'Zoë',
  "O'Dell",
  '/DE/',
  '667,',
);
const names = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '))
  .filter((name) => name.length < 60);

const forms = fc.constantFrom(
  '3',
  '3/A',
  '4',
  '4/A',
  '5',
  '5/A',
  '424B2',
  '10-K',
  '497',
  'SC 13D/A',
);

/** Entries in no order, several of which may be of one filing. */
export const indexEntries: fc.Arbitrary<PrintedEntry[]> = fc
  .array(
    fc.record({
      filing: fc.record({
        form: forms,
        filedOn: fc.constantFrom('2023-04-03', '2023-05-31', '2023-06-30'),
        accessionNumber: fc.integer({ min: 1, max: 12 }),
      }),
      filers: fc.uniqueArray(fc.record({ cik: fc.integer({ min: 1, max: 9 }), name: names }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ cik }) => cik,
      }),
    }),
    { maxLength: 12 },
  )
  .map((filings) => {
    const byNumber = new Map(filings.map((one) => [one.filing.accessionNumber, one]));
    return [...byNumber.values()].flatMap(({ filing, filers }) =>
      filers.map((filer) => ({
        ...filing,
        ...filer,
        accessionNumber: `0009000101-23-${String(filing.accessionNumber).padStart(6, '0')}`,
      })),
    );
  })
  .chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length }));

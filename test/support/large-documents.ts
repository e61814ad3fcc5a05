import { form4Document, type LineSketch } from './form4.ts';

/** Whom the documents are of that have more than most, and what. */
export const LARGE = {
  issuer: '0009000301',
  insiders: 400,
  person: '0009001001',
  accounts: 60,
  /** The filing of a line that cites many footnotes. */
  cited: '0009000301-24-009999',
  cites: 14,
} as const;

/**
 * An issuer of four hundred insiders, the first of whom has sixty accounts in it, with a line that
 * cites more footnotes than a screen is wide: by name and text.
 */
export function largeDocuments(): Record<string, string> {
  const insiders = Array.from({ length: LARGE.insiders - 1 }, (_, at) =>
    form4Document({
      number: at + 1,
      owners: [{ cik: 2_000 + at, name: `${NAMES[at % NAMES.length]} Ada ${letters(at)}` }],
      lines: [{ code: 'P', shares: '100', price: '10', after: String(1_000 + at) }],
    }),
  );
  const owners = [{ cik: 1_001, name: 'Sextant Ilse' }];
  const trusts = Array.from(
    { length: LARGE.accounts / 2 - 1 },
    (_, at): LineSketch => ({
      after: String(100 + at),
      nature: `By Trust ${letters(at)}`,
    }),
  );
  const options = Array.from(
    { length: LARGE.accounts / 2 },
    (_, at): LineSketch => ({
      title: 'Option (right to buy)',
      after: String(500 + at),
      terms: [`${at + 1}.5`, `2031-0${(at % 9) + 1}-01`, 'Common Stock'],
    }),
  );
  const bought: LineSketch = { code: 'P', shares: '50', price: '9.5', after: '5050', note: 'One.' };
  const documents = [
    ...insiders,
    form4Document({ number: 9_998, owners, lines: [{ after: '5000' }, ...trusts, ...options] }),
    form4Document({ number: 9_999, signedOn: '2024-03-08', owners, lines: [bought] }),
  ];
  return Object.fromEntries(
    documents.map(({ name, bytes }) => [name, citingMany(Buffer.from(bytes).toString())]),
  );
}

const NAMES = ['Brandmark', 'Quillon', 'Tarne', 'Ostrel', 'Varne', 'Ketter', 'Smallbrook'] as const;

/** A number as letters, as names have them. */
function letters(number: number): string {
  const own = String.fromCharCode(65 + (number % 26));
  return number < 26 ? own : letters(Math.floor(number / 26) - 1) + own;
}

/** The one footnote of a document cited, and stated, so many times. */
function citingMany(text: string): string {
  const ids = Array.from({ length: LARGE.cites }, (_, at) => `F${at + 1}`);
  return text
    .replace('<footnoteId id="F1"/>', ids.map((id) => `<footnoteId id="${id}"/>`).join(''))
    .replace(
      '<footnote id="F1">One.</footnote>',
      ids.map((id) => `<footnote id="${id}">Note ${id}.</footnote>`).join(''),
    );
}

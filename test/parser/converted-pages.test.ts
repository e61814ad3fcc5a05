import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/ledger/decisions/filings/fingerprint.ts';
import type { Filing } from '../../src/parser/index.ts';
import { dumps } from '../support/dumps.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { CONVERTERS } from '../support/print/converters.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';
import { printTextPage } from '../support/print/print-text-page.ts';
import { sampleDocuments } from '../support/samples.ts';

const samples = Object.entries(sampleDocuments()).map(
  ([path, text]) => [path, parseFiling(text, path)] as const,
);

/** Programs that run the cells of a row, or its rows, into one another. */
const UNREADABLE = ['lynx', 'pandoc', 'pdftotext', 'html2text'];

/** What a converter keeps of a page apart from its boxes. */
function below({ form, lines, footnotes, remarks, signatures }: Filing) {
  return { form, lines, footnotes, remarks, signatures };
}

/** The boxes, which narrow dumps wrap beside one another. */
function boxes(filing: Filing) {
  const { reportingOwners, issuer, periodOfReport, notSubjectToSection16, aff10b5One } = filing;
  const [owner] = reportingOwners.map(({ cik: _cik, address: _address, ...stated }) => stated);
  const { form3HoldingsReported, form4TransactionsReported } = filing;
  const ticks = [
    notSubjectToSection16,
    aff10b5One,
    form3HoldingsReported,
    form4TransactionsReported,
  ];
  return { owner, issuer: issuer.name, symbol: issuer.tradingSymbol, periodOfReport, ticks };
}

describe.each(Object.entries(CONVERTERS))("§1 the SEC's page through %s", (_, convert) => {
  it.each(samples)('is the filing of the page: %s', (_path, filing) => {
    const page = printHtmlPage(filing);
    const result = parse(convert(page));
    expect(complaints(result)).toEqual([]);
    if (!result.ok) return;
    expect(result.rendition).toBe('text-page');
    expect(below(result.filing)).toEqual(below(parseFiling(page)));
    expect(fingerprint(result.filing)).toBe(fingerprint(filing));
  });
});

describe("§1 the SEC's page of which a converter leaves some tables as they are", () => {
  // As pandoc has it: raised numbers stay HTML.
  const service = new TurndownService().use(gfm).keep(['sup']);
  const piped = (page: string, titles: RegExp) =>
    page.replace(/<table(?:(?!<table)[\s\S])*?<\/table>/g, (table) =>
      titles.test(table) ? `\n\n${service.turndown(table)}\n\n` : table,
    );

  it.each([
    ['all but Table I', /Table I -/],
    ['all but Table II', /Table II -/],
    ['all but the notes', /Explanation of Responses/],
    ['all but the signatures', /Signature of Reporting Person/],
    ['its boxes and Table II', /Table I -|Explanation of Responses|Signature of/],
    ['its boxes and Table I', /Table II -|Explanation of Responses|Signature of/],
  ])('is the filing of the page: %s', (_, titles) => {
    for (const [path, filing] of samples) {
      const page = printHtmlPage(filing);
      const mixed = piped(page, titles);
      expect(mixed, path).not.toBe(page);
      expect(parseFiling(mixed), path).toEqual(parseFiling(page));
    }
  });
});

describe('§1 boxes whose cross a converter runs into the words beside it', () => {
  const sample = parseFiling(sampleDocuments()['tarnwick/0009000101-23-000012.txt'] ?? '');
  const [owner] = sample.reportingOwners;
  const boxes = ['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'] as const;
  const convert = CONVERTERS['node-html-markdown'] ?? String;

  it.each([
    ['one', ['isDirector']],
    ['the second of a row', ['isTenPercentOwner']],
    ['both of a row', ['isDirector', 'isTenPercentOwner']],
    ['one of each row', ['isDirector', 'isOfficer']],
    ['none', []],
  ])('are read as the page has them: %s', (_, ticked) => {
    if (owner === undefined) throw new Error('The sample has changed.');
    const stated = Object.fromEntries(boxes.map((box) => [box, ticked.includes(box)]));
    const officerTitle = ticked.includes('isOfficer') ? 'President and CEO' : null;
    const ticks = { ...owner, ...stated, officerTitle };
    const page = convert(printHtmlPage({ ...sample, reportingOwners: [ticks] }));
    expect(parseFiling(page).reportingOwners[0]).toMatchObject({ ...stated, officerTitle });
  });
});

describe('§1 the footnotes of a page whose lines are wrapped', () => {
  const xml = sampleDocuments()['tarnwick/0009000101-23-000012.txt'] ?? '';
  const footnotes = ['Held by (1) a trust and', 'Sold at $2.10', 'Of Form'].map((text, index) => ({
    id: `F${index + 1}`,
    text,
  }));
  const page = printTextPage({ ...parseFiling(xml), footnotes }, 'pipes');

  it.each([
    ['a number of another kind', '1. Held by (1) a trust and', '(2) a fund.'],
    ['a dash', '2. Sold at $2.10', '- $2.20.'],
    ['a number that leaps', '2. Sold at $2.10', '5. And so on.'],
    ['a number alone', '3. Of Form', '5.'],
    ['a number that was there', '3. Of Form', '1. And so on.'],
  ])('go on with the note above at %s', (_, above, line) => {
    const [number = '', ...words] = `${above} ${line}`.split(' ');
    const found = parseFiling(page.replace(escaped(above), () => `${escaped(above)}\n${line}`));
    expect(found.footnotes).toHaveLength(3);
    expect(found.footnotes[Number.parseInt(number, 10) - 1]?.text).toBe(words.join(' '));
  });
});

/** As the printed page escapes words. */
function escaped(words: string): string {
  return words.replaceAll('$', '\\$');
}

describe('§1 a dump of a page', () => {
  const [readable, others] = [true, false].map((isRead) =>
    dumps().filter(({ program }) => UNREADABLE.includes(program) !== isRead),
  );

  it.each(readable ?? [])('with its tables drawn is the filing: $name', ({ sample, text }) => {
    const filing = samples.find(([path]) => path.includes(sample))?.[1];
    if (filing === undefined) throw new Error('No such sample.');
    const result = parseFiling(text);
    expect(below(result)).toEqual(below(parseFiling(printHtmlPage(filing))));
    expect(boxes(result)).toEqual(boxes(parseFiling(printHtmlPage(filing))));
    expect(fingerprint(result)).toBe(fingerprint(filing));
  });

  it.each(others ?? [])('whose rows or cells run together is refused: $name', ({ text }) => {
    const result = parse(text);
    expect(result.ok).toBe(false);
    expect(complaints(result)[0]).toMatch(/ at \d+:\d+$/);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/ledger/decisions/filings/fingerprint.ts';
import type { Filing } from '../../src/parser/index.ts';
import { figuresOf } from '../support/deletions.ts';
import { parse, parseFiling } from '../support/parse.ts';
import { asPageKnows } from '../support/print/as-page-knows.ts';
import { CONVERTERS } from '../support/print/converters.ts';
import { PAGE_PRINTS } from '../support/print/page-prints.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';

const folder = process.env.CORPUS_DIR ?? '';
const AT_MOST = Number(process.env.CORPUS_FILES ?? 2_500);

/** Pages made by the SEC's stylesheets, and ownership XML, some of it of the same filings. */
const pages = process.env.CORPUS_HTML ?? '';
const documents = process.env.CORPUS_XML ?? '';

const list = (from: string) => (from === '' ? [] : readdirSync(from).sort());
const read = (from: string, name: string) => readFileSync(join(from, name));
const stem = (name: string) => name.replace(/\.\w+$/, '');

describe.each(PAGE_PRINTS)('every filing printed as $name', ({ print, known }) => {
  it('§1, §2 is read back the same, with the same fingerprint', () => {
    let count = 0;
    for (const name of list(folder).slice(0, AT_MOST)) {
      const result = parse(read(folder, name), name);
      if (!result.ok) continue;
      const back = parse(print(result.filing));
      expect.soft(back.ok ? known(back.filing) : back.problems, name).toEqual(known(result.filing));
      expect.soft(back.ok && fingerprint(back.filing), name).toBe(fingerprint(result.filing));
      count += 1;
    }
    expect(count).toBeGreaterThan(Math.min(AT_MOST, list(folder).length) * 0.9);
  });
});

/**
 * Converters are slower than the reader: a sample, or all where an environment variable says so.
 */
const CONVERTED = Number(process.env.CORPUS_CONVERTED ?? 300);

function sample(): string[] {
  const all = list(folder);
  const step = Math.max(1, Math.floor(all.length / CONVERTED));
  return all.filter((_, index) => index % step === 0);
}

describe.each(Object.entries(CONVERTERS))('a filing whose page went through %s', (_, convert) => {
  it('§1, §2 has all its rows and nearly always the same fingerprint, or is refused', () => {
    let count = 0;
    let refused = 0;
    // A filer's own "See Footnote (1)" looks like a mark where the converter has lowered the raised
    // ones.
    const other: string[] = [];
    for (const name of sample()) {
      const result = parse(read(folder, name), name);
      if (!result.ok) continue;
      const page = printHtmlPage(result.filing);
      const back = parse(convert(page));
      count += 1;
      if (!back.ok) {
        refused += 1;
        expect.soft(back.problems, name).toMatchObject([{ code: 'TABLE_UNREADABLE' }]);
        continue;
      }
      const printed = parseFiling(page);
      expect.soft(figuresOf(back.filing.lines), name).toEqual(figuresOf(printed.lines));
      if (fingerprint(back.filing) !== fingerprint(printed)) other.push(name);
    }
    console.log(
      `${count} converted, ${refused} refused, other words in ${other.join(' ') || 'none'}`,
    );
    expect(refused).toBeLessThanOrEqual(Math.ceil(count / 100));
    expect(other.length).toBeLessThanOrEqual(Math.ceil(count / 200));
  });
});

const common = list(pages).filter((name) => list(documents).includes(`${stem(name)}.xml`));

describe.skipIf(common.length === 0)('a page of the SEC and the XML it was made from', () => {
  const filed = (filing: Filing) =>
    asPageKnows(filing, { hasLinks: true, hasFormTypes: false, isText: false });

  it.each(common)('§1 are the same filing: %s', (name) => {
    const page = parseFiling(read(pages, name), name);
    const original = parseFiling(read(documents, `${stem(name)}.xml`), name);
    expect(page).toEqual(filed(original));
    expect(page.issuer.cik).not.toBeNull();
    expect(fingerprint(page)).toBe(fingerprint(original));
  });

  it.each(list(pages))('are read without a warning: %s', (name) => {
    const result = parse(read(pages, name), name);
    expect(result.ok && result.warnings).toEqual([]);
  });
});

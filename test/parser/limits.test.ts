import { describe, expect, it } from 'vitest';
import { fullDocument } from '../support/full-document.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { printTextPage } from '../support/print/print-text-page.ts';
import { sampleDocuments } from '../support/samples.ts';

const SAMPLES = sampleDocuments();
const XML = SAMPLES['ostrelle/0009000102-24-000002.xml'] ?? '';
const SUBMISSION = SAMPLES['ostrelle/0009000102-24-000005.txt'] ?? '';
const LARGEST = 50_000_000;

/** The XML sample with this many footnotes, each as long as a footnote may be. */
function withFootnotes(count: number): string {
  const note = (index: number) => `<footnote id="N${index}">${'x'.repeat(1_000)}</footnote>`;
  const notes = Array.from({ length: count }, (_, index) => note(index)).join('');
  return XML.replace('</ownershipDocument>', `<footnotes>${notes}</footnotes></ownershipDocument>`);
}

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const OWN_FOOTNOTES = (XML.match(/<footnote /g) ?? []).length;

describe('the limits of a document', () => {
  it('are fifty million bytes', () => {
    const padding = LARGEST - Buffer.byteLength(SUBMISSION);
    const largest = SUBMISSION + ' '.repeat(padding);
    expect(parse(largest).ok).toBe(true);
    expect(complaints(parse(`${largest} `))).toEqual(['TOO_LARGE at 1:1']);
  });

  it('are ten thousand footnotes', () => {
    const most = 10_000 - OWN_FOOTNOTES;
    expect(parseFiling(withFootnotes(most)).footnotes).toHaveLength(10_000);
    expect(complaints(parse(withFootnotes(most + 1)))).toEqual([
      'TOO_MANY at ownershipDocument/footnotes',
    ]);
  });

  const ROW = /<nonDerivativeHolding>.*?<\/nonDerivativeHolding>/s.exec(XML)?.[0] ?? '';
  const OWNER = /<reportingOwner>.*?<\/reportingOwner>/s.exec(XML)?.[0] ?? '';
  it.each([
    ['a thousand lines', ROW, 1_000, 'lines'],
    ['a hundred reporting owners', OWNER, 100, 'reportingOwners'],
  ] as const)('are %s', (_, part, most, field) => {
    const own = parseFiling(XML)[field].length;
    const withParts = (count: number) => XML.replace(part, part.repeat(count - own + 1));
    expect(parseFiling(withParts(most))[field]).toHaveLength(most);
    expect(complaints(parse(withParts(most + 1)))).toEqual(['TOO_MANY at 1:1']);
  });

  it('are fifty thousand lines of a text page', () => {
    const page = printTextPage(parseFiling(XML), 'tabbed');
    const own = page.split('\n').length;
    expect(parse(page + '\n'.repeat(50_000 - own)).ok).toBe(true);
    expect(complaints(parse(page + '\n'.repeat(50_001 - own)))).toEqual(['TOO_LARGE at 1:1']);
  });

  it('are two hundred thousand elements of XML', () => {
    const own = (XML.match(/<\w/g) ?? []).length;
    const withMore = (count: number) =>
      XML.replace('</ownershipDocument>', `${'<a/>'.repeat(count)}</ownershipDocument>`);
    expect(parse(withMore(200_000 - own)).ok).toBe(true);
    expect(complaints(parse(withMore(200_001 - own)))[0]).toMatch(/^TOO_MANY at \d+:\d+$/);
  });

  it('are sixty-four elements one inside the other', () => {
    const nested = (depth: number) =>
      XML.replace(
        '</ownershipDocument>',
        `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</ownershipDocument>`,
      );
    expect(parse(nested(63)).ok).toBe(true);
    expect(complaints(parse(nested(64)))[0]).toMatch(/^TOO_DEEP at \d+:\d+$/);
  });

  it('are sixty-four attributes of an element', () => {
    const withAttributes = (count: number) => {
      const attributes = Array.from({ length: count }, (_, index) => ` a${index}="1"`).join('');
      return XML.replace('<ownershipDocument>', `<ownershipDocument${attributes}>`);
    };
    expect(parse(withAttributes(64)).ok).toBe(true);
    expect(complaints(parse(withAttributes(65)))[0]).toMatch(/^TOO_MANY at \d+:\d+$/);
  });

  it('are two thousand characters of a text, and twenty thousand of a footnote or the remarks', () => {
    const title = (length: number) =>
      XML.replace(/(?<=<securityTitle>\s*<value>)[^<]*/, 'x'.repeat(length));
    const note = (length: number) =>
      withFootnotes(1).replace('x'.repeat(1_000), 'y'.repeat(length));
    expect(parseFiling(title(2_000)).lines[0]?.securityTitle).toHaveLength(2_000);
    expect(parseFiling(note(20_000)).footnotes[0]?.text).toHaveLength(20_000);
    for (const long of [title(2_001), title(4_900_000), note(20_001)]) {
      expect(complaints(parse(long))).toEqual(['TOO_LARGE at 1:1']);
    }
    const result = parse(title(4_900_000));
    expect(result.ok ? '' : result.problems[0]?.message).toBe(
      'lines[1].securityTitle has more than 2000 characters: 4900000.',
    );
  });

  it('are those of a text wherever it stands', () => {
    for (const { path } of fullDocument().leaves) {
      const result = parse(fullDocument('later', { path, how: 'long' }).xml);
      const longest = result.ok ? Math.max(...textsIn(result.filing).map((one) => one.length)) : 0;
      expect({ path, isBounded: longest <= 2_000 }).toEqual({ path, isBounded: true });
    }
    for (const tag of ['TYPE', 'FILENAME', 'DESCRIPTION']) {
      const fields = ['TYPE', 'FILENAME', 'DESCRIPTION'].map((name) => {
        return `<${name}>${name === tag ? 'x'.repeat(2_001) : 'EX-99'}\n`;
      });
      const exhibit = `<DOCUMENT>\n${fields.join('')}<TEXT>\nNothing.\n</TEXT>\n</DOCUMENT>\n`;
      expect(complaints(parse(SUBMISSION + exhibit))).toEqual(['TOO_LARGE at 1:1']);
    }
  });

  it('are a thousand documents of a submission', () => {
    const exhibit = '<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nNothing.\n</TEXT>\n</DOCUMENT>\n';
    const own = (SUBMISSION.match(/<DOCUMENT>/g) ?? []).length;
    const { exhibits } = parseFiling(SUBMISSION + exhibit.repeat(1_000 - own));
    expect(exhibits).toHaveLength(999);
    expect(complaints(parse(SUBMISSION + exhibit.repeat(1_001 - own)))).toEqual([
      'TOO_MANY at 1:1',
    ]);
  });

  it('leave no room for owners and parties of a header to be compared each with each', () => {
    const owner = (index: number) =>
      `<reportingOwner><reportingOwnerId><rptOwnerName>Owner ${index}</rptOwnerName></reportingOwnerId></reportingOwner>`;
    const party = (index: number) =>
      `REPORTING-OWNER:\n\tCOMPANY CONFORMED NAME:\tOwner ${index}\n\tCENTRAL INDEX KEY:\t${index}\n`;
    const many = (one: (index: number) => string, count: number) =>
      Array.from({ length: count }, (_, index) => one(index + 1)).join('');
    const text = SUBMISSION.replace('ISSUER:', `${many(party, 4_000)}ISSUER:`).replace(
      '</ownershipDocument>',
      `${many(owner, 60_000)}</ownershipDocument>`,
    );
    expect(complaints(parse(text))).toEqual(['TOO_MANY at 1:1']);
  });

  it('leave no room for footnote marks of one cell to be compared each with each', () => {
    const marks = Array.from({ length: 50_000 }, (_, index) => `<footnoteId id="M${index}"/>`);
    const [cell = ''] = /<securityTitle>/.exec(XML) ?? [];
    const result = parse(XML.replace(cell, cell + marks.join('')));
    expect(result.ok && result.filing.lines[0]?.footnotes.length).toBeGreaterThan(49_999);
  });
});

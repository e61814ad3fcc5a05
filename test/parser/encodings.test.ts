import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/ledger/decisions/filings/fingerprint.ts';
import { decodeWestern, encodeWestern } from '../../src/parser/western.ts';
import { ownershipDocument } from '../support/ownership-document.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';
import { printTextPage } from '../support/print/print-text-page.ts';
import { sampleDocuments } from '../support/samples.ts';

/** Windows-1252 as Unicode lists it (CP1252.TXT), from byte 0x80 on; null for the five left out. */
const TABLE: readonly (number | null)[] = `
  20ac - 201a 0192 201e 2026 2020 2021 02c6 2030 0160 2039 0152 - 017d -
  - 2018 2019 201c 201d 2022 2013 2014 02dc 2122 0161 203a 0153 - 017e 0178`
  .trim()
  .split(/\s+/)
  .map((code) => (code === '-' ? null : Number.parseInt(code, 16)));

const MARKS =
  'The reporting person’s shares are held by the “Invented Family Trust” – see its terms…';
const withNote = (encoding: string, note = MARKS) =>
  ownershipDocument()
    .replace('<?xml version="1.0"?>', `<?xml version="1.0" encoding="${encoding}"?>`)
    .replace('Bought &amp; kept.', note);
const western = (text: string) => encodeWestern(text) ?? new Uint8Array();
const noteOf = (bytes: Uint8Array | string) => parseFiling(bytes).footnotes[0]?.text;

const SUBMISSION = sampleDocuments()['ostrelle/0009000102-24-000005.txt'] ?? '';

/** The sample submission with other XML in it, and what else stands in the file. */
function submission(xml: string, after = ''): string {
  const end = '</ownershipDocument>';
  const from = SUBMISSION.indexOf('<?xml');
  const to = SUBMISSION.indexOf(end) + end.length;
  return SUBMISSION.slice(0, from) + xml + SUBMISSION.slice(to) + after;
}

describe('§1 Windows-1252', () => {
  it('is read by the same table on every Node, and written by it', () => {
    for (let byte = 0; byte <= 0xff; byte += 1) {
      const code = byte >= 0x80 && byte < 0xa0 ? (TABLE[byte - 0x80] ?? byte) : byte;
      expect(decodeWestern(Uint8Array.of(byte)).codePointAt(0)).toBe(code);
      expect(encodeWestern(String.fromCodePoint(code))).toEqual(Uint8Array.of(byte));
    }
    for (const other of ['\u0092', '\u009f', 'Ā', '漢', '😀']) {
      expect(encodeWestern(other)).toBeNull();
    }
  });

  it.each([
    'windows-1252',
    'Windows-1252',
    'cp1252',
    'x-cp1252',
    'ISO-8859-1',
    'iso8859-1',
    'ISO_8859-1',
    'latin1',
    'l1',
  ])('gives the text, fingerprint and lines of the same filing in UTF-8: %s', (encoding) => {
    const utf8 = parseFiling(withNote('UTF-8'));
    const read = parseFiling(western(withNote(encoding)));
    expect(read).toEqual(utf8);
    expect(fingerprint(read)).toBe(fingerprint(utf8));
    expect(noteOf(western(withNote(encoding)))).toBe(MARKS);
  });

  it('is text, however many typographic marks it has', () => {
    const long = Array.from({ length: 60 }, () => MARKS).join(' ');
    expect(noteOf(western(withNote('ISO-8859-1', long)))).toBe(long);
    expect(noteOf(western(withNote('UTF-8', long)))).toBe(long);
    const controls = long.replaceAll('’', '\u0092').replaceAll('“', '\u0093');
    expect(noteOf(Buffer.from(withNote('UTF-8', controls)))).toBe(long);
  });

  it.each([
    ['a character reference', '&#146;'],
    ['one in hexadecimal', '&#x92;'],
    ['a control character in UTF-8', '\u0092'],
    ['the mark itself', '’'],
  ])('is what a control character stands for, as in browsers: %s', (_, mark) => {
    expect(noteOf(Buffer.from(withNote('UTF-8', `the person${mark}s`)))).toBe('the person’s');
  });

  it('is what bytes are that are no UTF-8, whatever common encoding is declared', () => {
    for (const encoding of ['UTF-8', 'utf8', 'us-ascii', 'UTF-16']) {
      expect(noteOf(western(withNote(encoding)))).toBe(MARKS);
      expect(noteOf(Buffer.from(withNote(encoding)))).toBe(MARKS);
    }
  });

  it('is not taken for another encoding, which is refused where it matters', () => {
    for (const encoding of ['ISO-8859-2', 'windows-1251', 'Shift_JIS', 'koi8-r']) {
      expect(complaints(parse(western(withNote(encoding))))).toEqual(['NOT_TEXT at 1:1']);
      expect(parse(ownershipDocument().replace('?>', ` encoding="${encoding}"?>`)).ok).toBe(true);
    }
  });

  it('is the encoding of a document of a submission that declares it, and of no other', () => {
    const xml = submission(withNote('windows-1252'));
    expect(noteOf(western(xml))).toBe(MARKS);
    // "Ã©" in Windows-1252 are the bytes of "é" in UTF-8.
    expect(noteOf(western(submission(withNote('ISO-8859-1', 'Ã©'))))).toBe('Ã©');
    const exhibit = '<DOCUMENT>\n<TYPE>EX-24\n<TEXT>\nthe person’s\n</TEXT>\n</DOCUMENT>\n';
    const mixed = Buffer.concat([
      Buffer.from(submission(withNote('UTF-8', 'Élan’s'))),
      western(exhibit),
    ]);
    expect(noteOf(mixed)).toBe('Élan’s');
  });
});

describe('§1 a document of two encodings', () => {
  const SECOND = 'Cited by nobody.';
  /** The document with a second footnote that is written in Windows-1252. */
  const mixed = (first: string, second: string, document = (xml: string) => xml) => {
    const [before = '', after = ''] = document(withNote('UTF-8', first)).split(SECOND);
    return Buffer.concat([Buffer.from(before), western(second), Buffer.from(after)]);
  };
  const notes = (bytes: Uint8Array) => parseFiling(bytes).footnotes.map(({ text }) => text);

  it.each([
    ['marks', MARKS, MARKS],
    ['letters', 'Élan Société', 'Société Élan, Zürich'],
    ['marks beside letters', 'Société’s “plan”', 'Société’s “plan” – café’”'],
    ['other scripts in UTF-8', 'Инвестиции 漢字 ☒ 😀', 'the person’s'],
    ['a capital letter before a mark', 'the person’s', 'Zürich, CAFÉ’S'],
    ['signs', '100 € ½ ™', '100 € ½ ™'],
  ])('is read as both, with a warning at the first byte that is no UTF-8: %s', (_, utf8, other) => {
    const bytes = mixed(utf8, other);
    expect(notes(bytes)).toEqual([utf8, other]);
    const read = parse(bytes);
    const place = read.ok ? read.warnings[0]?.path : undefined;
    expect(complaints(read)).toEqual([`RECOVERED at ${place}`]);
    const [line, column] = (place ?? '').split(':').map(Number);
    const start = withNote('UTF-8', utf8).split('\n')[(line ?? 0) - 1]?.indexOf(SECOND) ?? -1;
    expect(column).toBe(start + 1 + other.search(/[^\0-\x7f]/));
  });

  it('is read so in a submission, by its ownership document and its header alone', () => {
    const bytes = mixed(MARKS, MARKS, submission);
    expect(notes(bytes)).toEqual([MARKS, MARKS]);
    expect(complaints(parse(bytes))).toEqual([expect.stringMatching(/^RECOVERED at \d+:\d+$/)]);
    const exhibit = Buffer.concat([
      Buffer.from('<DOCUMENT>\n<TYPE>EX-24\n<TEXT>\nthe person’s '),
      western('person’s\n</TEXT>\n</DOCUMENT>\n'),
    ]);
    const whole = Buffer.from(submission(withNote('UTF-8', MARKS)));
    expect(complaints(parse(Buffer.concat([whole, exhibit])))).toEqual([]);
  });

  it('is read so in a printed page', () => {
    const [sample = ''] = Object.values(sampleDocuments());
    const filing = { ...parseFiling(sample), footnotes: [{ id: 'F1', text: 'ONE’S “AND” TWO' }] };
    const page = printTextPage(filing, 'tabbed');
    const [before = '', after = ''] = page.split('TWO');
    const bytes = Buffer.concat([Buffer.from(before), western('TWO’S'), Buffer.from(after)]);
    expect(noteOf(bytes)).toBe('ONE’S “AND” TWO’S');
    expect(complaints(parse(bytes))).toContainEqual(expect.stringMatching(/^RECOVERED at /));
  });

  it('of which a character is cut in two reads the others as they are', () => {
    const cut = Buffer.from(withNote('UTF-8', `${MARKS} €`));
    const at = cut.lastIndexOf(Buffer.from('€'));
    const bytes = Buffer.concat([cut.subarray(0, at + 2), cut.subarray(at + 3)]);
    expect(noteOf(bytes)).toMatch(new RegExp(`^${MARKS} `));
    expect(complaints(parse(bytes))).toEqual([expect.stringMatching(/^RECOVERED at /)]);
  });

  it('is none where all of it could be Windows-1252', () => {
    for (const note of [MARKS, 'CAFÉ’S', 'café’”', 'Ö– Å®']) {
      expect(noteOf(western(withNote('UTF-8', `${note}, the person’s`)))).toBe(
        `${note}, the person’s`,
      );
      expect(complaints(parse(western(withNote('UTF-8', `${note}, the person’s`))))).toEqual([]);
    }
  });

  it('is read as it declares where its bytes are of the other, with a warning', () => {
    const bytes = Buffer.from(withNote('ISO-8859-1', 'the person’s'));
    expect(noteOf(bytes)).toBe('the personâ€™s');
    expect(complaints(parse(bytes))).toEqual([expect.stringMatching(/^CONTRADICTION at /)]);
  });
});

describe('§1 UTF-16', () => {
  it.each(['utf16le', 'utf16be'])('is read with its mark and without: %s', (encoding) => {
    for (const mark of ['', '\ufeff']) {
      const bytes = Buffer.from(mark + withNote('UTF-16'), 'utf16le');
      expect(noteOf(encoding === 'utf16le' ? bytes : bytes.swap16())).toBe(MARKS);
    }
  });
});

describe('§1 blanks of any width', () => {
  it.each([
    ['a no-break space', '\u00a0'],
    ['a reference to one', '&#160;'],
    ['an em space', '\u2003'],
    ['an ideographic space', '\u3000'],
    ['a zero-width space', '\u200b'],
    ['a word joiner', '\u2060'],
    ['a mark of byte order', '\ufeff'],
    ['several', ' \u00a0\t\u200b '],
  ])('are folded to one space, and dropped at the ends of a cell: %s', (_, blank) => {
    const text = ownershipDocument()
      .replace('>Common Stock<', `>${blank}Common${blank}Stock${blank}<`)
      .replace('>100.5000<', `>${blank}100.5000${blank}<`)
      .replace('>P<', `>${blank}P${blank}<`)
      .replace('>2024-03-01<', `>${blank}2024-03-01${blank}<`);
    const result = parse(text);
    expect(complaints(result)).toEqual([]);
    expect(result.ok && result.filing.lines[0]).toMatchObject({
      securityTitle: 'Common Stock',
      shares: '100.5',
      code: 'P',
      transactionDate: '2024-03-01',
    });
  });
});

describe('§1 blanks and what stands for control characters', () => {
  const NOTE = 'By\u00a0 &#8203;the&#x2060;trust&#146;s\u2003plan';
  const [xml = ''] = Object.values(sampleDocuments());
  const filing = { ...parseFiling(xml), footnotes: [{ id: 'F1', text: 'NOTE' }] };

  it.each([
    ['ownership XML', withNote('UTF-8', NOTE)],
    ['HTML', printHtmlPage(filing).replace('NOTE', NOTE)],
    ['Markdown', printTextPage(filing, 'markdown').replace('NOTE', NOTE)],
    ['text', printTextPage(filing, 'tabbed').replace('NOTE', NOTE)],
  ])('are read alike in every rendition: %s', (_, document) => {
    expect(noteOf(Buffer.from(document))).toBe('By the trust’s plan');
  });
});

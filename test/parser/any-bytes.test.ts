import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaints, parse } from '../support/parse.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);
const documents = readdirSync(SAMPLES).flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, SAMPLES)).map((name) =>
    readFileSync(new URL(`${folder}/${name}`, SAMPLES)),
  ),
);

/** A real document with a stretch of it cut out and other bytes put in its place. */
const damaged = fc
  .record({
    document: fc.constantFrom(...documents),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 400 }),
    bytes: fc.uint8Array({ maxLength: 12 }),
  })
  .map(({ document, from, length, bytes }) => {
    const start = Math.floor(from * document.length);
    return Uint8Array.from([
      ...document.subarray(0, start),
      ...bytes,
      ...document.subarray(start + length),
    ]);
  });

describe('any bytes at all', () => {
  it('give a filing, or problems each with a message, and never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged), (bytes) => {
        const result = parse(bytes);
        if (result.ok) expect(result.filing.reportingOwners.length).toBeGreaterThan(0);
        else for (const { message } of result.problems) expect(message).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['nothing', '', 'EMPTY_DOCUMENT'],
    ['blanks', ' \n\t ', 'EMPTY_DOCUMENT'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1]), 'NOT_TEXT'],
    ['an archive', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'NOT_TEXT'],
    [
      'a 10-K',
      'SECURITIES AND EXCHANGE COMMISSION\nFORM 10-K\nANNUAL REPORT',
      'NOT_OWNERSHIP_FORM',
    ],
    ['a letter', 'Dear reader', 'UNKNOWN_RENDITION'],
    ['truncated XML', '<ownershipDocument><issuer>', 'MALFORMED_XML'],
  ])('%s is refused as what it is', (_, content, code) => {
    expect(complaints(parse(content))[0]).toMatch(new RegExp(`^${code} at `));
  });

  it('are text in UTF-8, UTF-16 and Windows-1252 alike', () => {
    const text = '<ownershipDocument><documentType>é</documentType></ownershipDocument>';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [Buffer.from(text), utf16, Buffer.from(text, 'latin1')]) {
      const result = parse(bytes);
      expect(result.ok ? '' : result.problems[0]?.message).toContain('"é"');
    }
  });

  it('are read as XML declares, even where they could be UTF-8', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><ownershipDocument><documentType>Ã©';
    const bytes = Buffer.from(`${text}</documentType></ownershipDocument>`, 'latin1');
    const result = parse(bytes);
    expect(result.ok ? '' : result.problems[0]?.message).toContain('"Ã©"');
  });

  const head = `FORM 4\n1. Name and Address of Reporting Person* <u>Quillon Petra</u>\t2. Issuer Name and
    Ticker or Trading Symbol <u>Invented Industries Inc</u> [INVT]\n`;

  it.each([
    ['blank lines', '\n'],
    ['signature lines', 'Signature of Reporting Person\n'],
    ['lines that look signed', 's\n'],
    ['owners', '1. Name and Address of Reporting Person* <u>A</u> '],
    ['rows of no table', 'Table I\n1. Title of Security\nx\n'],
  ])('never throw nor run long: a page of %s', (_, part) => {
    const page = head + part.repeat(Math.floor(900_000 / part.length));
    expect(() => parse(`${page}\n** Signature of Reporting Person`)).not.toThrow();
    expect(complaints(parse(page + page)).length).toBeGreaterThan(0);
  });
});

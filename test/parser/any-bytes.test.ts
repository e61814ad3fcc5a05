import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../src/server/demo/index.ts';
import { everyRendition } from '../support/every-rendition.ts';
import { faultsOf } from '../support/faults.ts';
import { KINDS_OF_DAMAGE, mutate } from '../support/mutate.ts';
import { complaints, parse } from '../support/parse.ts';
import { sampleDocuments } from '../support/samples.ts';

const SAMPLES = sampleDocuments();
const documents = everyRendition().map(([, text]) => Buffer.from(text));

/** Elements with a beginning and an end, whose tags have to be in balance. */
const PAIRED_TAG = /<\/?[A-Za-z]\w*(?: [^<>/]*)?>/g;

describe('any bytes at all', () => {
  it('give a filing, or problems each with a message, and never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(faultsOf(bytes).faults).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('give no amount that is not written there, however a document of any rendition is damaged', () => {
    const random = new Random(19_340_606);
    const seen = new Set<string>();
    for (let count = 0; count < 4_000; count += 1) {
      const { kind, bytes } = mutate(random.pick(documents), random);
      seen.add(kind);
      const { faults, milliseconds } = faultsOf(bytes);
      expect({ kind, faults }).toEqual({ kind, faults: [] });
      // No measure of speed: what takes this long would hang on a larger document.
      expect(milliseconds).toBeLessThan(2_000);
    }
    expect(KINDS_OF_DAMAGE.filter((kind) => !seen.has(kind))).toEqual([]);
  });

  it('are no filing where XML is cut, wherever that is', () => {
    const xml = SAMPLES['ostrelle/0009000102-24-000002.xml'] ?? '';
    const end = xml.indexOf('</ownershipDocument>') + '</ownershipDocument>'.length;
    for (let length = 0; length <= xml.length; length += 1) {
      const { ok } = parse(xml.slice(0, length));
      expect({ length, ok }).toEqual({ length, ok: length >= end });
    }
  });

  it('are no filing where a submission is cut within its XML', () => {
    const submission = SAMPLES['ostrelle/0009000102-24-000005.txt'] ?? '';
    const end = submission.indexOf('</ownershipDocument>') + '</ownershipDocument>'.length;
    for (let length = 0; length < end; length += 3) {
      expect({ length, ok: parse(submission.slice(0, length)).ok }).toEqual({ length, ok: false });
    }
    expect(parse(submission.slice(0, end)).ok).toBe(true);
  });

  it('are no filing where a tag of XML is missing, or stands twice', () => {
    const xml = SAMPLES['ostrelle/0009000102-24-000002.xml'] ?? '';
    for (const { 0: tag, index } of xml.matchAll(PAIRED_TAG)) {
      for (const instead of ['', tag + tag]) {
        const changed = xml.slice(0, index) + instead + xml.slice(index + tag.length);
        expect({ tag, index, ok: parse(changed).ok }).toEqual({ tag, index, ok: false });
      }
    }
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
    [
      "EDGAR's page for tools that do not say who they are",
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html><head><title>SEC.gov | Your Request Originates from an Undeclared\n  Automated Tool</title></head><body><table><tr><td>Please declare your traffic</td></tr></table></body></html>',
      'EDGAR_REFUSED',
    ],
    [
      'the text of that page',
      'Your Request Originates from an Undeclared Automated Tool\n\nTo allow for equitable access to all users',
      'EDGAR_REFUSED',
    ],
    [
      'that page as XML',
      '<?xml version="1.0"?><!DOCTYPE html><html><h1>Undeclared Automated Tool</h1></html>',
      'EDGAR_REFUSED',
    ],
    [
      "EDGAR's page for those who ask too often",
      '<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head></html>',
      'EDGAR_REFUSED',
    ],
    [
      'that page in other words',
      "<html><body>Your request rate has exceeded the SEC's maximum allowable requests per second.</body></html>",
      'EDGAR_REFUSED',
    ],
    [
      'the page of the network in front of EDGAR',
      '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don\'t have permission to access "http&#58;&#47;&#47;www&#46;sec&#46;gov&#47;Archives" on this server.</BODY></HTML>',
      'EDGAR_REFUSED',
    ],
    [
      'such a page of another site',
      '<html><h1>Access Denied</h1>You don\'t have permission to access "http://www.example.org/".</html>',
      'UNKNOWN_RENDITION',
    ],
    ['truncated XML', '<ownershipDocument><issuer>', 'MALFORMED_XML'],
  ])('%s is refused as what it is', (_, content, code) => {
    expect(complaints(parse(content))[0]).toMatch(new RegExp(`^${code} at `));
  });

  it("say what to set where they are EDGAR's refusal", () => {
    const result = parse('Your Request Originates from an Undeclared Automated Tool');
    expect(result.ok ? '' : result.problems[0]?.message).toContain('Set EDGAR_USER_AGENT');
  });

  it('are a filing although a note of it has the words of that refusal', () => {
    const xml = SAMPLES['ostrelle/0009000102-24-000002.xml'] ?? '';
    const note = '<footnote id="N1">By an undeclared automated tool.</footnote></footnotes>';
    expect(parse(xml.replace('</footnotes>', note)).ok).toBe(true);
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

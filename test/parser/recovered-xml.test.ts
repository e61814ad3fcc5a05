import { describe, expect, it } from 'vitest';
import { LINE, ownershipDocument } from '../support/ownership-document.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';

const HOLDING = `<nonDerivativeHolding><securityTitle><value>Class B Stock</value></securityTitle>
  <postTransactionAmounts><sharesOwnedFollowingTransaction><value>7100</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
  <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeHolding>`;
const XML = ownershipDocument({ lines: LINE + HOLDING });
const WHOLE = parseFiling(XML);

function submission(xml: string): string {
  return `-----BEGIN PRIVACY-ENHANCED MESSAGE-----
<SEC-DOCUMENT>0009000101-03-000002.txt : 20030903
<SEC-HEADER>0009000101-03-000002.hdr.sgml : 20030903
ACCESSION NUMBER:\t\t0009000101-03-000002
CONFORMED SUBMISSION TYPE:\t4
FILED AS OF DATE:\t\t20030903
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<TEXT>
<XML>
${xml}
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
}

/** The document on one line, cut after so many characters wherever that is. */
function wrapped(width: number, xml = XML.replace(/\s*\n\s*/g, ' ')): string {
  return xml.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '';
}

describe('§1 XML that is not well-formed is read where that is safe, each repair with a warning', () => {
  it.each([
    ['a name', 'Invented Industries', 'Invented & Industries', 'Invented & Industries Inc'],
    ['a name, without blanks', 'Invented Industries', 'I&I', 'I&I Inc'],
    ['an entity without its end', 'Invented Industries', 'I &amp I', 'I &amp I Inc'],
    ['an entity of HTML', 'Invented Industries', 'Invent&eacute;', 'Inventé Inc'],
    ['a blank of HTML', 'Invented Industries', 'Invented&nbsp;&nbsp;Industries', WHOLE.issuer.name],
    ['an entity of nothing', 'Invented Industries', 'R&D; Industries', 'R&D; Industries Inc'],
    ['a character that XML has not', 'Invented Industries', 'A&#0;', 'A&#0; Inc'],
    ['beside CDATA', 'Invented Industries', 'A & <![CDATA[B & ]]>C', 'A & B & C Inc'],
  ])('a bare ampersand in %s', (_, from, to, name) => {
    const result = parse(XML.replace(from, to));
    const line = XML.split('\n')[3]?.replace(from, to) ?? '';
    expect(complaints(result)[0]).toBe(`RECOVERED at 4:${line.indexOf('&') + 1}`);
    expect(result.ok && result.filing).toEqual({
      ...WHOLE,
      issuer: { ...WHOLE.issuer, name },
    });
  });

  it.each([
    ['a line break of HTML without its end', 'by <br> a <BR>trust', 'by a trust'],
    ['a rule of HTML', 'one<hr >two', 'one two'],
    ['a "<" before a figure', 'owns <5% of it, x < $3', 'owns <5% of it, x < $3'],
  ])('%s in a footnote', (_, filed, read) => {
    const result = parse(XML.replace(/(<footnote id="F1">)[^<]*/, `$1${filed}`));
    expect(complaints(result)[0]).toMatch(/^RECOVERED at \d+:\d+$/);
    expect(result.ok && result.filing.footnotes[0]?.text).toBe(read);
    expect(result.ok && result.filing.lines).toEqual(WHOLE.lines);
  });

  it.each([
    ['a table', '<nonDerivativeTable>', '<nonDerivativeTable ativeTable>'],
    ['a row', '<nonDerivativeHolding>', '<nonDerivativeHolding Of>'],
    ['the end of a row', '</nonDerivativeHolding>', '</nonDerivativeHolding ding>'],
    ['amounts', '<transactionAmounts>', '<transactionAmounts  ounts >'],
    ['a cell', '<securityTitle>', '<securityTitle Title>'],
    ['a value', '<value>Class B', '<value ue>Class B'],
    ['a mark that stands twice', '<footnoteId id="F1"/>', '<footnoteId id="F1" id="F1"/>'],
    ['a mark without quotes', '<footnoteId id="F1"/>', '<footnoteId id=F1/>'],
    ['a mark with one quote', '<footnoteId id="F1"/>', '<footnoteId id="F1 />'],
    ['a footnote with one quote', '<footnote id="F2">', '<footnote id=F2">'],
    ['a mark with a piece of its name', '<footnoteId id="F1"/>', '<footnoteId noteId id="F1"/>'],
  ])('what is left over in the tag of %s', (_, from, to) => {
    for (const document of [XML.replace(from, to), submission(XML.replace(from, to))]) {
      const before = document.slice(0, document.indexOf(to)).split('\n');
      const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      const result = parse(document);
      expect(complaints(result)).toEqual([`RECOVERED at ${place}`]);
      expect(result.ok && result.filing.lines).toEqual(WHOLE.lines);
      expect(result.ok && result.filing.footnotes).toEqual(WHOLE.footnotes);
      expect(result.ok && result.warnings[0]?.message).toContain(/<[^>]*>/.exec(to)?.[0]);
    }
  });

  it.each([72, 80, 120, 132])('lines wrapped at %i characters', (width) => {
    for (const document of [wrapped(width), submission(wrapped(width))]) {
      const result = parse(document);
      expect(complaints(result)[0]).toMatch(/^RECOVERED at \d+:\d+$/);
      expect(result.ok && result.filing.lines).toEqual(WHOLE.lines);
      expect(result.ok && result.filing.issuer).toEqual(WHOLE.issuer);
      expect(result.ok && result.filing.footnotes).toEqual(WHOLE.footnotes);
    }
    expect(parseFiling(wrapped(width).replaceAll('\n', '\r\n'))).toEqual(
      parseFiling(wrapped(width)),
    );
  });

  it('lines wrapped at a width with an ampersand among them', () => {
    const xml = XML.replace('Class B', 'Class A & B').replace(/\s*\n\s*/g, ' ');
    const result = parse(wrapped(120, xml));
    expect(complaints(result).map((one) => one.split(' ')[0])).toEqual(['RECOVERED', 'RECOVERED']);
    expect(result.ok && result.filing.lines[1]?.securityTitle).toBe('Class A & B Stock');
  });
});

describe('§1 XML that is not well-formed is refused where a reading may not be what was filed', () => {
  it.each([
    ['with a "<" before a letter', XML.replace(/(<footnote id="F1">)/, '$1a <b')],
    ['cut off', XML.slice(0, -200)],
    ['cut off before its last tag', XML.slice(0, XML.lastIndexOf('</ownershipDocument>'))],
    ['without the end of a row', XML.replace('</nonDerivativeHolding>', '')],
    ['with a number in a cell’s tag', XML.replace('<value>7100', '<value 500>7100')],
    ['with another word in a cell’s tag', XML.replace('<value>7100', '<value Stock>7100')],
    [
      'with two marks in one',
      XML.replace('<footnoteId id="F1"/>', '<footnoteId id="F1" id="F2"/>'),
    ],
    [
      'with an attribute at the end of an element',
      XML.replace('</issuer>', '</issuer a="b" suer>'),
    ],
    ['with a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${XML}`],
    ['of no form', XML.replace('<documentType>4<', '<documentType>8-K<')],
    ['with more faults than are slips', XML.replace('Industries', 'a&'.repeat(1_001))],
  ])('%s', (_, xml) => {
    for (const broken of [xml, xml.replace('Invented', 'A & B')]) {
      for (const document of [broken, submission(broken)]) expect(parse(document).ok).toBe(false);
    }
  });

  it('and what was wrong is said as ever', () => {
    const broken = XML.replace('Invented', 'A & B').replace('<value>7100', '<value 500>7100');
    expect(complaints(parse(broken))).toEqual([
      `MALFORMED_XML at 4:${(broken.split('\n')[3]?.indexOf('&') ?? 0) + 1}`,
    ]);
  });
});

describe('XML that is not well-formed', () => {
  const MUCH = 1_900_000;
  it.each([
    ['a tag of one name', `<${'a'.repeat(MUCH)}`],
    ['a tag of blanks', `<a ${' '.repeat(MUCH)}x>`],
    ['blanks in an attribute', `<a b${' '.repeat(MUCH)}x>`],
    ['beginnings of tags', '<a '.repeat(MUCH / 3)],
    ['comments that begin', '<!--'.repeat(MUCH / 4)],
    ['ampersands', '&'.repeat(MUCH)],
    ['entities', '&a;'.repeat(MUCH / 3)],
    ['ends', `${'</ownershipDocument'.repeat(1_000)}${' '.repeat(MUCH - 20_000)}x`],
    ['full lines', `${'x'.repeat(50)}\n`.repeat(MUCH / 51)],
  ])('costs no more time than it is long: %s', (_, part) => {
    const started = performance.now();
    expect(parse(`<ownershipDocument>&${part}</ownershipDocument>`).ok).toBe(false);
    // A reader that takes the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

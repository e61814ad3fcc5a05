import { describe, expect, it } from 'vitest';
import { LINE, ownershipDocument, withCell } from '../support/ownership-document.ts';
import { complaints, parse } from '../support/parse.ts';

describe('a problem of ownership XML', () => {
  it.each([
    [
      'an unknown element',
      { more: '<novelty>1</novelty>' },
      'UNKNOWN_ELEMENT at ownershipDocument/novelty',
    ],
    [
      'a mark without a footnote',
      { lines: LINE.replace('"F1"', '"F7"') },
      'UNKNOWN_FOOTNOTE at ownershipDocument/footnotes',
    ],
    [
      'an amount that is none',
      { lines: LINE.replace('100.5000', 'many') },
      'INVALID_VALUE at ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionAmounts/transactionShares',
    ],
  ])('warns of %s, and reads the filing', (_, change, warning) => {
    const result = parse(ownershipDocument(change));
    expect({ ok: result.ok, complaints: complaints(result) }).toEqual({
      ok: true,
      complaints: [warning],
    });
  });

  it.each([
    [
      'a form that is none of Section 16',
      ownershipDocument({ type: '10-K' }),
      'NOT_OWNERSHIP_FORM at ownershipDocument/documentType',
    ],
    ['no owner', ownershipDocument({ owner: '' }), 'MISSING at ownershipDocument/reportingOwner'],
    [
      'a transaction without a date',
      withCell('<value>2024-03-01</value>', ''),
      'MISSING at ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionDate',
    ],
    [
      'a line without a title',
      ownershipDocument({ lines: `${LINE}${LINE.replace('Common Stock', ' ')}` }),
      'MISSING at ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[2]/securityTitle',
    ],
    [
      'an ampersand in a document that is cut off',
      ownershipDocument().replace('Industries', 'A & B').slice(0, -30),
      'MALFORMED_XML at 4:88',
    ],
    [
      'a document type',
      `<!DOCTYPE ownershipDocument [<!ENTITY a "b">]>${ownershipDocument()}`,
      'FORBIDDEN_XML at 1:46',
    ],
    ['a second root', `${ownershipDocument()}<more/>`, 'MALFORMED_XML at 19:27'],
  ])('says where %s is', (_, text, problem) => {
    const result = parse(text);
    expect(result.ok).toBe(false);
    expect(complaints(result)[0]?.replace(/:\d+$/, '')).toBe(problem.replace(/:\d+$/, ''));
  });

  it('bounds depth and the number of elements', () => {
    const deep = `<ownershipDocument>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</ownershipDocument>`;
    const many = `<ownershipDocument>${'<a/>'.repeat(200_001)}</ownershipDocument>`;
    expect(complaints(parse(deep))[0]).toMatch(/^TOO_DEEP/);
    expect(complaints(parse(many))[0]).toMatch(/^TOO_MANY/);
  });

  it.each([
    ['behind blank lines', '\n\n<ownershipDocument>\n<a></b>', 'MALFORMED_XML at 4:8'],
    [
      'behind an ampersand that CDATA allows',
      '<ownershipDocument><a><![CDATA[A & B]]></a>\n<b>',
      'MALFORMED_XML at 2:4',
    ],
    ['of another kind', '<?xml version="1.0"?><feed><entry></feed>', 'NOT_OWNERSHIP_FORM at 1:28'],
    [
      'of more than twenty million characters',
      `<ownershipDocument>${' '.repeat(20_000_000)}`,
      'TOO_LARGE at 1:1',
    ],
  ])('says where a fault is in XML %s', (_, text, problem) => {
    expect(complaints(parse(text))).toEqual([problem]);
  });
});

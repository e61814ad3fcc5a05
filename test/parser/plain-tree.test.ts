import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainTree } from '../../src/parser/xml/plain-tree.ts';
import { readStrictTree } from '../../src/parser/xml/read-tree.ts';
import { Random } from '../../src/server/demo/index.ts';
import { mutate } from '../support/mutate.ts';
import { sampleDocuments } from '../support/samples.ts';

/** Bare ownership XML out of every sample that has some. */
const SAMPLES = Object.values(sampleDocuments()).flatMap((text) => {
  const xml = /(?:<\?xml[^>]*>\s*)?<ownershipDocument[\s\S]*<\/ownershipDocument>/.exec(text)?.[0];
  return xml === undefined ? [] : [xml];
});

/** Whether the plain reader gave a tree; fails where it gave another one than saxes. */
function isReadAlike(text: string, bytes: Uint8Array | null = null): boolean {
  const plain = readPlainTree({ text, bytes }, 0, text.length);
  if (plain === null) return false;
  expect(readStrictTree(text, 0, text.length)).toEqual({ root: plain });
  return true;
}

const name = fc.constantFrom('value', 'issuer', 'footnoteId', 'a', 'A1', 'x-y', 'o:a', '_b', '9');
const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\r\n',
    '\r',
    'a\rb',
    '&amp;',
    '&#65;',
    '&#13;',
    '&#1;',
    '&lt',
    ']]>',
    ']]',
  ),
  fc.constantFrom(
    '&#x41;',
    '&nbsp;',
    '&',
    '>',
    '"',
    "'",
    'é',
    '\u0085',
    '\u2028',
    '😀',
    '\ud800',
    '\0',
  ),
  fc.constantFrom(
    '<!-- c -->',
    '<![CDATA[x]]>',
    '<?p i?>',
    '\uffff',
    '\u001f',
    '\u007f',
    '&apos;&quot;',
  ),
  fc.string({ maxLength: 6 }),
);
const attribute = fc.oneof(
  fc.constantFrom(
    '',
    '',
    ' id="F1"',
    ' id="a&amp;b"',
    ' id="é"',
    ' id=""',
    ' id="a\tb"',
    ' id="<"',
  ),
  fc.constantFrom('', " id='F1'", ' id ="x"', ' id="1" id="2"', ' xmlns="u"', '  id="F1"', ' id'),
);
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, attribute, tie('content'), fc.constantFrom('', '', '', ' ', '/', 'x'))
    .map(([tag, id, inner, odd]) =>
      odd === '/' ? `<${tag}${id}/>` : `<${tag}${id}>${inner}</${tag}${odd}>`,
    ),
  content: fc.oneof(
    { maxDepth: 4 },
    text,
    fc
      .array(fc.oneof(tie('element'), fc.constantFrom('\n  ', ' x ')), { maxLength: 4 })
      .map((all) => all.join('')),
  ),
}));

describe('the plain reader of XML', () => {
  it('gives the tree that saxes gives, or none, for any document', () => {
    const document = fc
      .tuple(
        fc.constantFrom(
          '',
          '<?xml version="1.0"?>',
          '<?xml version="1.1"?>',
          ' <?xml version="1.0"?>',
        ),
        fc.constantFrom('', '\n', '<!-- c -->', 'x'),
        fc.array(element, { maxLength: 4 }),
        fc.constantFrom('', '', '\n', '<a/>', 'x', ' <!-- c -->', '<'),
      )
      .map(
        ([head, gap, inner, tail]) =>
          `${head}${gap}<ownershipDocument>${inner.join('')}</ownershipDocument>${tail}`,
      );
    fc.assert(
      fc.property(document, (xml) => void isReadAlike(xml)),
      { numRuns: 3_000 },
    );
  });

  it('gives the tree that saxes gives, or none, for a damaged sample', () => {
    const random = new Random(20_240_229);
    let read = 0;
    for (let count = 0; count < 2_000; count += 1) {
      const { bytes } = mutate(Buffer.from(random.pick(SAMPLES)), random);
      const latin = Buffer.from(bytes).toString('latin1');
      const aligned = count % 2 === 0 ? bytes : null;
      if (isReadAlike(latin, aligned)) read += 1;
    }
    expect(read).toBeGreaterThan(100);
  });

  it('reads every sample, by bytes and by characters', () => {
    for (const xml of SAMPLES) {
      expect(isReadAlike(xml)).toBe(true);
      const bytes = Buffer.from(xml, 'latin1');
      expect(isReadAlike(bytes.toString('latin1'), bytes)).toBe(true);
    }
  });

  it.each([
    ['line ends', '<remarks>a\r\nb\rc</remarks>', 'a\nb\nc'],
    ['entities', '<remarks>&lt;&gt;&amp;&quot;&apos;&#233;</remarks>', '<>&"\'é'],
    ['letters beyond ASCII', '<remarks>Ægir – naïve</remarks>', 'Ægir – naïve'],
  ])('reads %s as XML means them', (_, inner, expected) => {
    const xml = `<ownershipDocument>${inner}</ownershipDocument>`;
    expect(isReadAlike(xml)).toBe(true);
    expect(readPlainTree({ text: xml, bytes: null }, 0, xml.length)?.children[0]?.text).toBe(
      expected,
    );
  });
});

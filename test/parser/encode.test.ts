import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/parser/decode.ts';
import { encode } from '../../src/parser/index.ts';

/** The header of a submission and its document, which declares an encoding of its own. */
const submission = (document: string) =>
  `<SEC-HEADER>x</SEC-HEADER>\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n${document}\n</XML>\n</TEXT>\n</DOCUMENT>\n`;

const read = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  return 'refused' in decoded ? null : decoded.text;
};

test('§1 a document at hand as text is read as that text, whatever encoding it declares', () => {
  const declarations = ['', '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8"?>'];
  const western = ['ISO-8859-1', 'latin1', 'windows-1252', 'cp1252'].map(
    (name) => `<?xml version="1.0" encoding="${name}"?>`,
  );
  const letters = fc.string({
    unit: fc.constantFrom(
      'a',
      'é',
      '€',
      '’',
      'ß',
      '漢',
      '😀',

      '\u0092',
      ' ',
      '\n',
      '<',
      '&',
      '"',
    ),
  });
  fc.assert(
    fc.property(fc.constantFrom(...declarations, ...western), letters, (declaration, rest) => {
      const text = `${declaration}<a>${rest}</a>`;
      expect(read(encode(text))).toBe(text);
      expect(read(encode(submission(text)))).toBe(submission(text));
    }),
  );
});

test('§1 its bytes are those of the file it was read from', () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Orrery Société</a>';
  expect(encode(text)).toEqual(new Uint8Array(Buffer.from(text, 'latin1')));
  const plain = text.replace('ISO-8859-1', 'UTF-8');
  expect(encode(plain)).toEqual(Buffer.from(plain, 'utf8'));
});

import { describe, expect, it } from 'vitest';
import {
  DOCUMENT,
  everywhere,
  instead,
  READ,
  ROW,
  words,
  wrapped,
} from '../support/larkmoor-form.ts';
import { parse } from '../support/parse.ts';

const bytes = (text: string, encoding: BufferEncoding) =>
  new Uint8Array(Buffer.from(text, encoding));

/** How it differs from the document, how it reads otherwise than that, and the warnings' codes. */
const read: readonly [string, string | Uint8Array, Partial<typeof READ>, string][] = [
  ['nothing', DOCUMENT, {}, ''],
  [
    'an & in a name',
    instead('Larkmoor', 'Larkmoor &'),
    { issuer: 'Larkmoor & Kilns Inc' },
    'RECOVERED',
  ],
  [
    'an & in a footnote',
    instead('the Sedge', 'AT&T, R&D;'),
    { footnotes: ['Held by AT&T, R&D; Trust.'] },
    'RECOVERED RECOVERED',
  ],
  [
    'an & in the remarks',
    instead('None to', 'S&P 500; none to'),
    { remarks: 'S&P 500; none to speak of.' },
    'RECOVERED',
  ],
  [
    'entities of HTML',
    instead('Sedge Trust', 'Sedge&rsquo;s Trust&mdash;'),
    { footnotes: ['Held by the Sedge’s Trust—.'] },
    'RECOVERED RECOVERED',
  ],
  [
    'numbers of Windows-1252',
    instead('Sedge Trust', 'Sedge&#146;s Trust'),
    { footnotes: ['Held by the Sedge’s Trust.'] },
    '',
  ],
  [
    'a < in a footnote',
    instead('Sedge Trust.', 'Trust if < $5.'),
    { footnotes: ['Held by the Trust if < $5.'] },
    'RECOVERED',
  ],
  [
    'a mangled table',
    instead('<nonDerivativeTable>', '<nonDerivativeTable ativeTable>'),
    {},
    'RECOVERED',
  ],
  [
    'a mangled row',
    instead('<nonDerivativeTransaction>', '<nonDerivativeTransaction tion>'),
    {},
    'RECOVERED',
  ],
  [
    'a mangled end',
    instead('</nonDerivativeTable>', '</nonDerivativeTable Table>'),
    {},
    'RECOVERED',
  ],
  ['an attribute without quotes', instead('id="F1"/>', 'id=F1/>'), {}, 'RECOVERED'],
  ['an attribute twice', instead('id="F1"/>', 'id="F1" id="F1"/>'), {}, 'RECOVERED'],
  ['an attribute without its end', instead('id="F1"/>', 'id="F1/>'), {}, 'RECOVERED'],
  ['bold in a footnote', instead('the Sedge', 'the <b>Sedge</b>'), {}, 'UNKNOWN_ELEMENT'],
  ['paragraphs in a footnote', instead('the Sedge', 'the <p>Sedge</p>'), {}, 'UNKNOWN_ELEMENT'],
  [
    'a value in a footnote',
    instead('Held by the Sedge Trust.', '<value>Held by the Sedge Trust.</value>'),
    {},
    'UNKNOWN_ELEMENT',
  ],
  ['a comment in a footnote', instead('the Sedge', 'the <!-- why --> Sedge'), {}, ''],
  [
    'CDATA in a footnote',
    instead('the Sedge Trust', '<![CDATA[the <b> & Trust]]>'),
    { footnotes: ['Held by the <b> & Trust.'] },
    '',
  ],
  [
    'markup in the remarks',
    instead('None', '<font color="red">None</font>'),
    {},
    'UNKNOWN_ELEMENT',
  ],
  [
    'markup in a title',
    instead('<value>Common Stock', '<value>Common <b>Stock</b>'),
    {},
    'UNKNOWN_ELEMENT',
  ],
  ['markup in a signature', instead('/s/ Orla', '<i>/s/</i> Orla'), {}, 'UNKNOWN_ELEMENT'],
  ['markup in a name', instead('Sedge Orla', '<b>Sedge</b> Orla'), {}, 'UNKNOWN_ELEMENT'],
  [
    'an unknown element of words',
    instead('<remarks>', '<summary>ok</summary><remarks>'),
    {},
    'UNKNOWN_ELEMENT',
  ],
  [
    'a prefix on all',
    everywhere(/<(\/?)(?=[a-z])/g, '<$1o:').replace(
      'o:ownershipDocument>',
      'o:ownershipDocument xmlns:o="urn:o">',
    ),
    {},
    '',
  ],
  [
    'no Table I',
    instead(/<nonDerivativeTable>.*<\/nonDerivativeTable>/, ''),
    { lines: READ.lines.slice(1) },
    '',
  ],
  ['no table', instead(/<nonDerivativeTable>.*<\/derivativeTable>/, ''), { lines: [] }, 'NO_LINES'],
  [
    'two Tables I',
    instead(
      '<derivativeTable>',
      `<nonDerivativeTable>${ROW}</nonDerivativeTable><derivativeTable>`,
    ),
    { lines: [READ.lines[0] ?? '', ...READ.lines] },
    '',
  ],
  ['no version', instead('<schemaVersion>X0202</schemaVersion>', ''), {}, ''],
  ['no <value> anywhere', everywhere(/<\/?value>/g, ''), {}, ''],
  ['lines of 72', wrapped(72, '\n'), {}, 'RECOVERED'],
  ['lines of 120 that end in CR LF', wrapped(120, '\r\n'), {}, 'RECOVERED'],
  ['lines of 255', wrapped(255, '\n'), {}, 'RECOVERED'],
  ['a byte order mark', `\uFEFF${DOCUMENT}`, {}, ''],
  ['UTF-16', bytes(`\uFEFF${DOCUMENT}`, 'utf16le'), {}, ''],
  [
    'UTF-16 the other way round',
    new Uint8Array(Buffer.from(`\uFEFF${DOCUMENT}`, 'utf16le').swap16()),
    {},
    '',
  ],
  ['UTF-16 without a mark', bytes(DOCUMENT, 'utf16le'), {}, ''],
  [
    'Windows-1252 declared as UTF-8',
    bytes(
      instead('?>', ' encoding="UTF-8"?>').replace('Sedge Trust', 'Sedge\x92s \x93caf\xe9\x94'),
      'latin1',
    ),
    { footnotes: ['Held by the Sedge’s “café”.'] },
    '',
  ],
  [
    'Windows-1252 declared as ISO 8859-1',
    bytes(
      instead('?>', ' encoding="ISO-8859-1"?>').replace('Sedge Trust', 'Sedge\x92s \x85'),
      'latin1',
    ),
    { footnotes: ['Held by the Sedge’s ….'] },
    '',
  ],
  [
    'Windows-1252 declared as ASCII',
    bytes(
      instead('?>', ' encoding="US-ASCII"?>').replace('Sedge Trust', 'Sedge\x92s Trust'),
      'latin1',
    ),
    { footnotes: ['Held by the Sedge’s Trust.'] },
    '',
  ],
  [
    'blanks that are none around an amount',
    instead('<value>300', '<value>\u00A0300\u200B'),
    {},
    '',
  ],
  [
    'a blank that is none in a title',
    instead('<value>Common Stock', '<value>Common\u00A0Stock'),
    {},
    '',
  ],
  [
    'an owner twice',
    instead(
      '<nonDerivativeTable>',
      `${/<reportingOwner>.*<\/reportingOwner>/.exec(DOCUMENT)?.[0]}<nonDerivativeTable>`,
    ),
    { owners: ['Sedge Orla', 'Sedge Orla'] },
    '',
  ],
];

describe('§1 ownership XML is read whole, or a problem says where it is not', () => {
  it.each(read)('it is read with %s', (_, document, otherwise, warnings) => {
    const result = parse(document, 'form.xml');
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(words(result.filing)).toEqual({ ...READ, ...otherwise });
    expect(result.warnings.map(({ code }) => code).join(' ')).toMatch(new RegExp(`^${warnings}`));
    if (warnings === '') expect(result.warnings).toEqual([]);
  });

  it.each(['X0101', ''])('rows of the first schema are read in version "%s"', (version) => {
    const document = everywhere('nonDerivativeTransaction', 'nonDerivativeSecurity')
      .replaceAll('derivativeTransaction', 'derivativeSecurity')
      .replaceAll('transactionPricePerShare', 'transactionValue')
      .replace('X0202', version);
    for (const shape of [document, document.replaceAll(/<\/?(?:nonD|d)erivativeTable>/g, '')]) {
      const result = parse(shape, 'form.xml');
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      expect(words(result.filing)).toEqual(READ);
    }
  });
});

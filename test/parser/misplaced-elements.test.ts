import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../support/deletions.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { sampleDocuments } from '../support/samples.ts';

const samples = Object.entries(sampleDocuments()).filter(([, text]) =>
  text.includes('<ownershipDocument'),
);
/** The same rows as the first schema has them: in no table, of one kind. */
const first = samples.map(
  ([path, text]) =>
    [
      `${path} in the first schema`,
      text
        .replace(/<\/?(?:nonDerivative|derivative)Table>/g, '')
        .replace(/<(\/?)(nonDerivative|derivative)(?:Transaction|Holding)>/g, '<$1$2Security>')
        .replace(/<schemaVersion>[^<]*/, '<schemaVersion>X0101'),
    ] as const,
);

interface Element {
  readonly opens: RegExp;
  readonly closes: RegExp;
  /** The first, with what is in it. */
  readonly whole: RegExp;
}

/** What may happen to an element of a document without any of its rows being said twice. */
const ACCIDENTS: Readonly<Record<string, (xml: string, element: Element) => string>> = {
  'has a name of nothing': (xml, { opens, closes }) =>
    xml.replace(opens, '<odd').replace(closes, '</odd>'),
  'is written wrongly': (xml, { opens, closes }) =>
    xml.replace(opens, '$&s').replace(closes, (tag) => tag.replace('>', 's>')),
  'is in upper case': (xml, { opens, closes }) =>
    xml.replace(opens, (tag) => tag.toUpperCase()).replace(closes, (tag) => tag.toUpperCase()),
  'is in another': (xml, { whole }) => xml.replace(whole, '<odd>$&</odd>'),
  'stands among the footnotes': (xml, { whole }) => {
    const [element = ''] = whole.exec(xml) ?? [];
    const rest = xml.replace(element, '');
    return rest.includes('</footnotes>')
      ? rest.replace('</footnotes>', `${element}$&`)
      : rest.replace('</ownershipDocument>', `<footnotes>${element}</footnotes>$&`);
  },
  'stands at the end': (xml, { whole }) => {
    const [element = ''] = whole.exec(xml) ?? [];
    return xml.replace(element, '').replace('</ownershipDocument>', `${element}$&`);
  },
  'has an attribute': (xml, { opens }) => xml.replace(opens, '$& odd="5"'),
  'is of a namespace': (xml, { opens, closes }) =>
    xml
      .replace(opens, (tag) => tag.replace('<', '<odd:'))
      .replace(closes, (tag) => tag.replace('</', '</odd:'))
      .replace('<ownershipDocument', '$& xmlns:odd="urn:odd"'),
  'stands below a comment': (xml, { opens }) => xml.replace(opens, '<!-- 5 -->$&'),
};

describe.each(Object.entries(ACCIDENTS))('§1 XML of which an element %s', (_, happen) => {
  it.each([...samples, ...first])('has all its rows, or is refused: %s', (path, text) => {
    const whole = figuresOf(parseFiling(text, path).lines);
    const names = new Set([...text.matchAll(/<([a-z]\w*)/gi)].map(([, name = '']) => name));
    let tried = 0;
    for (const name of names) {
      if (name === 'ownershipDocument') continue;
      const changed = happen(text, {
        opens: new RegExp(`<${name}(?=[\\s>/])`, 'g'),
        closes: new RegExp(`</${name}>`, 'g'),
        whole: new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${name}>)`),
      });
      const result = parse(changed, path);
      const lines = result.ok ? figuresOf(result.filing.lines) : whole;
      // A row of the first schema that stands elsewhere is another place in the table.
      const isMoved = result.ok && name.endsWith('Security') && lines.length === whole.length;
      const isWhole = isMoved || isDeepStrictEqual(lines, whole);
      expect(isWhole, `${name}: ${complaints(result).join()}`).toBe(true);
      if (changed !== text) tried += 1;
    }
    expect(tried).toBeGreaterThanOrEqual(20);
  });
});

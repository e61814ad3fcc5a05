import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FiledLine } from '../../../src/parser/index.ts';
import { lineFlags } from '../../../src/rules/lines/line-flags.ts';
import { knownCode } from '../../../src/rules/lines/transaction-code.ts';
import type { Instant } from '../../../src/values/index.ts';
import { ownershipDocument, withCell } from '../../support/ownership-document.ts';
import { parseFiling } from '../../support/parse.ts';

const PAGE = readFileSync(new URL('../../../docs/domain.md', import.meta.url), 'utf8');
const [SECTION = ''] = /^## 8\.[\s\S]*?(?=^## 9\.)/m.exec(PAGE) ?? [];
const CODES = [...SECTION.matchAll(/^\| ([A-Z]) \| (.+) \|$/gm)].map(([, code, meaning]) => [
  code ?? '',
  meaning ?? '',
]);

const coded = (code: string): FiledLine => {
  const text = withCell('<transactionCode>P<', `<transactionCode>${code}<`);
  const [line] = parseFiling(text).lines;
  if (line === undefined) throw new Error('The document has a line.');
  return line;
};
const flags = (line: FiledLine) =>
  lineFlags(line, {
    lines: [line],
    footnotes: [],
    knownAt: '2024-03-05T03:00:00.000Z' as Instant,
  });

describe('§8 transaction codes', () => {
  it('are eighteen on the page', () => {
    expect(CODES).toHaveLength(18);
  });

  it.each(CODES)('%s is known: %s', (code) => {
    expect(knownCode(code)).toBe(code);
    expect(coded(code)).toMatchObject({ code });
    expect(flags(coded(code))).not.toContain('UNKNOWN_CODE');
  });

  it('K, which old filings have for a code, is known too', () => {
    expect(knownCode('K')).toBe('K');
  });

  it.each(['V', 'Q', 'PS', '4'])('"%s" is unknown: kept as filed, and flagged', (code) => {
    expect(knownCode(code)).toBeNull();
    expect(coded(code)).toMatchObject({ code });
    expect(flags(coded(code))).toEqual(['UNKNOWN_CODE']);
  });

  it.each([
    ['E', 'EARLY'],
    ['L', 'LATE'],
  ])('the timeliness cell says %s for %s', (letter, timeliness) => {
    const text = withCell(
      '</transactionCoding>',
      `</transactionCoding><transactionTimeliness><value>${letter}</value></transactionTimeliness>`,
    );
    expect(parseFiling(text).lines[0]).toMatchObject({ timeliness });
    expect(parseFiling(ownershipDocument()).lines[0]).toMatchObject({ timeliness: 'ON_TIME' });
  });

  it('an equity swap is a mark of its own in XML, and leaves the code alone', () => {
    const text = withCell(
      '<transactionCode>P</transactionCode>',
      '<transactionCode>P</transactionCode><equitySwapInvolved>1</equitySwapInvolved>',
    );
    expect(parseFiling(text).lines[0]).toMatchObject({ code: 'P', equitySwapInvolved: true });
  });
});

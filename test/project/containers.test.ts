import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { instructionsOf } from '../support/dockerfile.ts';

const ROOT = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

const GUIDE = text('docs/guides/containers.md');
const CONFIGURATION = text('docs/reference/configuration.md');
const compose = parse(text('compose.yaml'), { merge: true });
const services = Object.entries<Record<string, unknown>>(compose.services);

it('the guide has a line for each service of compose.yaml, and for no other', () => {
  const rows = [...GUIDE.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(services.map(([name]) => name));
});

it('what compose.yaml and the image set of the server is in the configuration', () => {
  const ours = services.filter(([, { image }]) => image === 'insider-ledger');
  const set = ours.flatMap(([, { environment }]) => Object.keys(environment as object));
  const image = instructionsOf(text('Dockerfile')).filter(({ name }) => name === 'ENV');
  const names = [
    ...set,
    ...image.flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split('=')[0])),
  ];
  expect(names.length).toBeGreaterThan(4);
  for (const name of names.filter((one) => one !== 'NODE_ENV'))
    expect(CONFIGURATION, name).toContain(`| \`${name}\` |`);
});

it('each variable that compose.yaml takes from .env is in the guide', () => {
  const taken = [...text('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  for (const name of new Set(taken)) expect(GUIDE).toContain(name);
});

it('the image runs as nobody in particular, says how it is, and copies what is there', () => {
  const instructions = instructionsOf(text('Dockerfile'));
  const names = instructions.map(({ name }) => name);
  expect(instructions.findLast(({ name }) => name === 'USER')?.rest).toBe('node');
  expect(names).toContain('HEALTHCHECK');
  const kept = instructions.filter(({ rest }) => rest.startsWith('--from=build /app/'));
  const paths = kept.map(({ rest }) => rest.split(' ')[1]?.replace('/app/', '') ?? '');
  const made = ['node_modules', 'web/dist'];
  expect(paths).toEqual(expect.arrayContaining([...made, 'src', 'bin', 'prisma/migrations']));
  for (const path of paths.filter((one) => !made.includes(one)))
    expect(existsSync(fileURLToPath(new URL(path, ROOT))), path).toBe(true);
});

it('the image, .nvmrc and the development container have one version of Node.js', () => {
  const version = text('.nvmrc').trim();
  const from = instructionsOf(text('Dockerfile')).filter(({ name }) => name === 'FROM');
  for (const { rest } of from) expect(rest).toMatch(new RegExp(`^node:${version}-`));
  expect(text('.devcontainer/devcontainer.json')).toContain(`javascript-node:${version}-`);
});

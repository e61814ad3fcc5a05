// Generates the Prisma client and the types for Pothos. With --if-stale only where what they are
// made of is newer. Works without a network: Prisma asks for a native schema engine that `generate`
// never runs, and any file that is there will do in its place.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changedAt } from '../bin/changed-at.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MADE_OF = ['prisma/schema.prisma', 'prisma/generate.mjs', 'package-lock.json'];
const MADE = ['src/database/records/generated/client.ts', 'src/schema/pothos-types.ts'];

const at = (path) => changedAt(`${ROOT}${path}`);
const isStale = Math.max(...MADE_OF.map(at)) > Math.min(...MADE.map(at));
if (!existsSync(`${ROOT}node_modules/prisma`)) {
  console.error('The Prisma client is not generated: prisma is not installed.');
} else if (!process.argv.includes('--if-stale') || isStale) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'generate', '--schema', 'prisma/schema.prisma'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
        ...process.env,
        // Where npm did not start this, the generator for Pothos is still found.
        PATH: `${ROOT}node_modules/.bin${delimiter}${process.env.PATH ?? ''}`,
      },
    },
  );
  if (status !== 0) console.error(stdout, stderr);
  process.exitCode = status ?? 1;
}

// Generates the Prisma client. Prisma asks for a native schema engine that `generate` never runs: any
// existing file will do in its place, so no download is tried and this works without a network.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status } = spawnSync(
  process.execPath,
  [cli, 'generate', '--schema', 'prisma/schema.prisma'],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...process.env,
    },
  },
);
process.exit(status ?? 1);

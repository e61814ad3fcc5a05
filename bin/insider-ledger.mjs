#!/usr/bin/env node
// Runs the TypeScript sources as they are; there is no build.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/server/cli/main.ts');
process.exitCode = await main(process.argv);

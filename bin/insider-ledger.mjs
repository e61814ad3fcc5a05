#!/usr/bin/env -S node --max-semi-space-size=32
// What an ingest makes dies young: with V8's 16 MB much of it would be taken for old.
// Runs the TypeScript sources as they are; there is no build.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/server/cli/main.ts');
process.exitCode = await main(process.argv);

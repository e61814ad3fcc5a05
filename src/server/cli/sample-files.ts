import { fileURLToPath } from 'node:url';

/** The folder of the samples, with which an embedded ledger begins (docs/start/samples.md). */
export const SAMPLES = fileURLToPath(new URL('../../../samples', import.meta.url));

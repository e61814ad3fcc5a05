import { Cleanup } from './serve/processes.ts';

/** Runs a bench, and undoes what it began however it ends. */
export async function runBench(main: (cleanup: Cleanup) => Promise<void>): Promise<void> {
  const cleanup = new Cleanup();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanup.run().finally(() => process.exit(130)));
  }
  try {
    await main(cleanup);
  } finally {
    await cleanup.run();
  }
}

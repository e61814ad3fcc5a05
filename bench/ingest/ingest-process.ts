import { openDatabase } from '../../src/database/index.ts';
import { ingestDocuments } from '../../src/server/ingest-documents.ts';
import { findDocuments, listFiles } from '../../src/sources/index.ts';

/**
 * Ingests paths into the ledger at a URL, as the command does, and prints a line of JSON after
 * every transaction: milliseconds since the start, documents so far, resident bytes.
 */
async function main([url = '', ...paths]: readonly string[]): Promise<void> {
  const database = openDatabase({ connectionString: url });
  const files = await listFiles(paths);
  const start = performance.now();
  const tell = (documents: number) => {
    const ms = Math.round(performance.now() - start);
    console.log(JSON.stringify({ ms, documents, rss: process.memoryUsage.rss() }));
  };
  const summary = await ingestDocuments(database, findDocuments(files), {
    rejected: () => undefined,
    progress: tell,
  });
  console.log(JSON.stringify(summary));
  await database.close();
}

await main(process.argv.slice(2));

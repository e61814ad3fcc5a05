import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, recordsOf } from '../../database/index.ts';
import { type KeptRejection, rejectedDocuments } from '../../desk/index.ts';
import { listAllRejected } from '../rejected.ts';
import { describeRejected, printable } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** Which of the rejected documents, and what is to be done with them. */
export interface RejectedOptions extends OutputOptions {
  /** Those of one reason alone. */
  readonly code?: string;
  /** A folder to write their bytes to. */
  readonly save?: string;
}

/**
 * `insider-ledger status --rejected`: every document kept aside with its reasons, saved to files
 * where a folder is named. A file has its SHA-256 for a name, so that nothing of a document can
 * choose it.
 */
export async function rejectedCommand(
  terminal: Terminal,
  { json = false, code, save }: RejectedOptions,
): Promise<ExitStatus> {
  if (save !== undefined) await mkdir(save, { recursive: true });
  const count = await withDatabase(terminal, async (database) => {
    let listed = 0;
    for await (const page of listAllRejected(database, code)) {
      for (const rejection of page) {
        const file = save === undefined ? null : await saveBytes(database, rejection, save);
        terminal.print(json ? asJson(rejection, file) : asText(rejection, file));
      }
      listed += page.length;
    }
    return listed;
  });
  if (!json && count === 0) terminal.say('No document is kept aside.');
  return 0;
}

/** Where the bytes are now; null where there are none. */
async function saveBytes(
  database: Database,
  { id, hash }: KeptRejection,
  folder: string,
): Promise<string | null> {
  const [document] = hash === null ? [] : await rejectedDocuments(recordsOf(database), [id]);
  if (document === undefined || hash === null) return null;
  const file = join(folder, hash);
  await writeFile(file, document.bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    // Of that name it has that content.
    if (error.code !== 'EEXIST') throw error;
  });
  return file;
}

/**
 * Their numbers in the table are not shown: a document is known by its bytes and its name.
 */
function asJson(rejection: KeptRejection, file: string | null): string {
  return JSON.stringify({ ...rejection, id: undefined, file: file ?? undefined });
}

function asText({ name, problems, ...kept }: KeptRejection, file: string | null): string {
  const { hash, size, accessionNumber, lastRejectedAt, tries } = kept;
  const facts = [
    hash === null ? 'never read, so without bytes' : `${size} bytes, SHA-256 ${hash}`,
    ...(accessionNumber === null ? [] : [`accession number ${accessionNumber}`]),
    `${tries === 1 ? 'once' : `${tries} times`}, last ${lastRejectedAt}`,
    ...(file === null ? [] : [`saved as ${file}`]),
  ];
  return `${describeRejected(name, problems)}\n  ${printable(facts.join(', '))}`;
}

import { setImmediate } from 'node:timers/promises';
import { parseDocument } from '../../parser/index.ts';
import {
  listFiles,
  readDocuments,
  type Unreadable,
  withStandardInput,
} from '../../sources/index.ts';
import type { SourceDocument } from '../../values/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/**
 * `insider-ledger parse FILE…`: one JSON object a document, problems on standard error and
 * status 1. A file of `-` is standard input.
 */
export async function parseCommand(
  terminal: Terminal,
  paths: readonly string[],
): Promise<ExitStatus> {
  return withStandardInput(paths, async (given) => {
    let status: ExitStatus = 0;
    for (const file of await listFiles(given)) {
      for await (const document of readDocuments(file)) {
        if (!print(terminal, document)) status = 1;
        // Whoever reads them may want no more, as head does: the event comes only to who waits.
        await setImmediate();
        terminal.gone.throwIfAborted();
      }
    }
    return status;
  });
}

/** Prints a document's filing and its problems; false where it is none. */
function print(terminal: Terminal, document: SourceDocument | Unreadable): boolean {
  const result = 'reason' in document ? unreadable(document) : parseDocument(document);
  for (const { code, path, message } of result.ok ? result.warnings : result.problems) {
    const what = result.ok ? `warning ${code}` : code;
    terminal.warn(`${document.name}: ${what}${path && ` at ${path}`}: ${message}`);
  }
  if (result.ok) terminal.print(JSON.stringify(result.filing, null, 2));
  return result.ok;
}

function unreadable({ reason }: Unreadable) {
  const problem = { code: 'UNREADABLE', path: '', message: reason };
  return { ok: false, problems: [problem] } as const;
}

import { parseDocument } from '../../parser/index.ts';
import { listFiles, readDocument } from '../../sources/index.ts';
import type { ExitStatus } from './main.ts';
import type { Terminal } from './terminal.ts';

/** `insider-ledger parse FILE…`: one JSON object a document, problems on standard error and status 1. */
export async function parseCommand(
  terminal: Terminal,
  paths: readonly string[],
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  for (const file of await listFiles(paths)) {
    const document = await readDocument(file);
    const result =
      'reason' in document
        ? {
            ok: false as const,
            problems: [{ code: 'UNREADABLE', path: '', message: document.reason }],
          }
        : parseDocument(document);
    const remarks = result.ok ? result.warnings : result.problems;
    for (const { code, path, message } of remarks) {
      terminal.say(
        `${file}: ${result.ok ? 'warning ' : ''}${code}${path && ` at ${path}`}: ${message}`,
      );
    }
    if (result.ok) terminal.print(JSON.stringify(result.filing, null, 2));
    else status = 1;
  }
  return status;
}

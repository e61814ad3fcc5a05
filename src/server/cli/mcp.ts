import { randomUUID } from 'node:crypto';
import { openTail } from '../../reads/index.ts';
import { schema } from '../../schema/index.ts';
import { type Instant, instantOf } from '../../values/index.ts';
import { type Config, readConfig } from '../config.ts';
import { Execution } from '../execution/index.ts';
import { serveStdio } from '../mcp/index.ts';
import { Operations } from '../operations/index.ts';
import { jsonLog } from '../operators/index.ts';
import type { RevivableDatabase } from '../patience.ts';
import { showErrors } from '../plugins/index.ts';
import { Aside } from '../preparing/index.ts';
import type { ExitStatus } from './exit-status.ts';
import { interruptible } from './interruption.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/**
 * `insider-ledger mcp`: answers an assistant over standard input and output until the input ends.
 * Nothing but the protocol is printed; all else goes to standard error.
 */
export async function mcpCommand(terminal: Terminal): Promise<ExitStatus> {
  const config = readConfig();
  return interruptible(terminal.gone, async (stop) => {
    await withDatabase(terminal, (database) => serve(database, config, stop), { stop });
    return 0 as const;
  });
}

async function serve(
  database: RevivableDatabase,
  { api, host, port }: Config,
  stop: AbortSignal,
): Promise<void> {
  const log = jsonLog(api.log);
  const now = (): Instant => instantOf(new Date());
  const tail = openTail(database, {
    failed: (cause) => log.failed('The ledger could not be read', cause),
  });
  const aside = new Aside();
  const prepare: Aside['prepare'] = (document) => aside.prepare(document);
  const execution = new Execution({ ...api, database, tail, now, note: log.noted, prepare });
  const options = {
    execution,
    judge: { operations: new Operations({ ...api, schema }), limits: api.limits },
    shown: (errors: readonly unknown[]) =>
      showErrors(errors, { log: log.failed, suggestions: false, requestId: randomUUID() }),
    answered: log.answered,
    now,
    failed: log.failed,
  };
  const at = host === '127.0.0.1' ? 'localhost' : host;
  const explorer = api.publicUrl ?? `http://${at.includes(':') ? `[${at}]` : at}:${port}`;
  try {
    await serveStdio(options, { input: process.stdin, output: process.stdout, stop, explorer });
  } finally {
    await tail.close();
    await execution.close();
    await aside.close();
  }
}

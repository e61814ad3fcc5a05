import { type Database, recordsOf } from '../../database/index.ts';
import { countGaps, countRejected, countWatches, newestRejected } from '../../desk/index.ts';
import { ledgerStatus } from '../../reads/index.ts';
import { printable } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import { gapsCommand } from './gaps.ts';
import { type RejectedOptions, rejectedCommand } from './rejected.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

const NEWEST = 5;

/** Options of `status`, as they stand on the command line. */
export interface StatusOptions extends RejectedOptions {
  readonly rejected?: boolean;
  readonly gaps?: boolean;
}

/**
 * `insider-ledger status`: what the ledger holds, and what was rejected and what is missing;
 * `--rejected` and `--gaps` list that.
 */
export async function statusCommand(
  terminal: Terminal,
  { rejected = false, gaps = false, ...options }: StatusOptions,
): Promise<ExitStatus> {
  if (gaps) return gapsCommand(terminal, options);
  if (rejected || options.code !== undefined || options.save !== undefined) {
    return rejectedCommand(terminal, options);
  }
  await withDatabase(terminal, (database) => printStatus(terminal, database, options));
  return 0;
}

async function printStatus(
  terminal: Terminal,
  database: Database,
  { json = false }: RejectedOptions,
): Promise<void> {
  const { pool } = database;
  const records = recordsOf(database);
  const status = await ledgerStatus(pool);
  const byCode = await countRejected(records);
  const watches = await countWatches(pool);
  const shown = {
    ...status,
    head: status.head === null ? null : String(status.head),
    projectedTo: status.projectedTo === null ? null : String(status.projectedTo),
    gaps: (await countGaps(pool)).reduce((sum, { count }) => sum + count, 0),
    watches: watches.active + watches.paused,
    watchesBehind: watches.behind,
    rejected: Object.values(byCode).reduce((sum, count) => sum + count, 0),
  };
  if (json) {
    terminal.print(JSON.stringify({ ...shown, rejectedByCode: byCode }));
    return;
  }
  for (const [name, value] of Object.entries(shown)) terminal.print(`${name}: ${value ?? 'none'}`);
  if (shown.rejected === 0) return;
  for (const [code, count] of Object.entries(byCode)) terminal.print(`  ${code}: ${count}`);
  terminal.print('rejected last:');
  for (const { lastRejectedAt, name, problems } of await newestRejected(records, NEWEST)) {
    const [first] = problems;
    terminal.print(printable(`  ${lastRejectedAt} ${name}: ${first?.code}: ${first?.message}`));
  }
  terminal.print('All of them: status --rejected. To try them again: ingest --retry.');
}

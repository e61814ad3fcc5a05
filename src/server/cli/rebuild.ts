import { rebuildProjections } from '../../ledger/index.ts';
import { describeBuild } from '../describe-build.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** `insider-ledger rebuild`: 1 where the rows built differ from those that were there. */
export async function rebuildCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const projections = await withDatabase(terminal, (database, stop) =>
    rebuildProjections(database, (done) => {
      stop.throwIfAborted();
      terminal.progress(describeBuild(done));
    }),
  );
  terminal.done();
  const same = projections.every((projection) => projection.same);
  if (json) terminal.print(JSON.stringify({ same, projections }));
  else {
    for (const { table, rows, same: equal } of projections) {
      terminal.print(`${table}: ${rows} rows, ${equal ? 'the same as before' : 'DIFFERENT'}`);
    }
  }
  return same ? 0 : 1;
}

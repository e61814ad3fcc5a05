import { ledgerStatus } from '../../ledger/index.ts';
import type { ExitStatus } from './main.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** `insider-ledger status`: what the ledger holds. */
export async function statusCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const status = await withDatabase(terminal, ({ pool }) => ledgerStatus(pool));
  const shown = {
    ...status,
    head: status.head === null ? null : String(status.head),
    projectedTo: status.projectedTo === null ? null : String(status.projectedTo),
  };
  if (json) terminal.print(JSON.stringify(shown));
  else
    for (const [name, value] of Object.entries(shown))
      terminal.print(`${name}: ${value ?? 'none'}`);
  return 0;
}

import { verifyLedger } from '../../ledger/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** `insider-ledger verify`: 1 where anything in the ledger is not what was appended. */
export async function verifyCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const { events, sources, head, faults } = await withDatabase(terminal, ({ pool }) =>
    verifyLedger(pool, (count) => terminal.progress(`${count} events verified`)),
  );
  terminal.done();
  const ok = faults.length === 0;
  const shown = faults.map(({ position, message }) => ({
    position: position === null ? null : String(position),
    message,
  }));
  if (json) {
    terminal.print(JSON.stringify({ events, head, ok, sources, faults: shown }));
    return ok ? 0 : 1;
  }
  for (const { position, message } of shown) {
    terminal.say(position === null ? message : `position ${position}: ${message}`);
  }
  terminal.print(
    ok
      ? `${events} events and ${sources} source documents are as they were appended; head ${head ?? 'none'}`
      : `the ledger was changed: ${faults.length} fault(s)`,
  );
  return ok ? 0 : 1;
}

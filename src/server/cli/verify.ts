import { verifyLedger, verifyReadings } from '../../ledger/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** Options of `verify`, as they stand on the command line. */
export interface VerifyOptions extends OutputOptions {
  /** Whether the kept source bytes are parsed again, and compared with the events. */
  readonly sources?: boolean;
}

/** `insider-ledger verify`: 1 where anything in the ledger is not what was appended. */
export async function verifyCommand(
  terminal: Terminal,
  { json = false, sources: readsSources = false }: VerifyOptions,
): Promise<ExitStatus> {
  const { events, sources, head, faults, readings } = await withDatabase(
    terminal,
    async ({ pool }, stop) => {
      const chain = await verifyLedger(pool, (count) => {
        stop.throwIfAborted();
        terminal.progress(`${count} events verified`);
      });
      if (!readsSources) return { ...chain, readings: null };
      const read = await verifyReadings(pool, (count) => {
        stop.throwIfAborted();
        terminal.progress(`${count} filings read again`);
      });
      return { ...chain, faults: [...chain.faults, ...read.faults], readings: read.filings };
    },
  );
  terminal.done();
  const ok = faults.length === 0;
  const shown = faults.map(({ position, message }) => ({
    position: position === null ? null : String(position),
    message,
  }));
  if (json) {
    const read = readings === null ? {} : { readings };
    terminal.print(JSON.stringify({ events, head, ok, sources, ...read, faults: shown }));
    return ok ? 0 : 1;
  }
  for (const { position, message } of shown) {
    terminal.warn(position === null ? message : `position ${position}: ${message}`);
  }
  terminal.print(
    ok
      ? `${events} events and ${sources} source documents are as they were appended; head ${head ?? 'none'}`
      : `the ledger ${readings === null ? 'was changed' : 'was changed, or has older readings'}: ${faults.length} fault(s)`,
  );
  if (ok && readings !== null) {
    terminal.print(`the events of ${readings} filings are what their source documents say`);
  }
  return ok ? 0 : 1;
}

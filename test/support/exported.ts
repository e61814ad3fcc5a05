import { parse } from 'csv-parse/sync';
import type { Database } from '../../src/database/index.ts';
import { readConsistently } from '../../src/reads/index.ts';
import { type Export, exportChunks } from '../../src/server/export/index.ts';
import type { CalendarDate, Instant } from '../../src/values/index.ts';

/** A row by column, as CSV has it: null is blank. */
export type ExportedText = Readonly<Record<string, string>>;

const LATE = {
  asOf: '2026-11-21' as CalendarDate,
  knownAt: '2026-11-21T12:00:00.000Z' as Instant,
  statuses: ['CURRENT', 'CARRIED'] as const,
  spreadsheetSafe: false,
};

/** Which export; all of the ledger as of a late day where nothing else is said. */
export type Asked = Pick<Export, 'what' | 'format'> &
  Partial<Omit<Export, 'asOf' | 'knownAt' | 'from' | 'to'>> & {
    readonly asOf?: string;
    readonly knownAt?: string;
    readonly from?: string;
    readonly to?: string;
  };

/** An export's bytes, and what its reader should know. */
export async function exported(
  database: Database,
  asked: Asked,
): Promise<{ readonly bytes: Buffer; readonly notes: readonly string[] }> {
  const chunks: Buffer[] = [];
  const notes: string[] = [];
  await readConsistently(database, new AbortController().signal, async (reading) => {
    const listener = { wrote: () => undefined, note: (text: string) => notes.push(text) };
    for await (const chunk of exportChunks(reading, { ...LATE, ...asked } as Export, listener)) {
      chunks.push(Buffer.from(chunk));
    }
  });
  return { bytes: Buffer.concat(chunks), notes };
}

/** An export's rows, by way of CSV. */
export async function exportedRows(
  database: Database,
  asked: Omit<Asked, 'format'>,
): Promise<ExportedText[]> {
  const { bytes } = await exported(database, { ...asked, format: 'csv' });
  return parse(bytes, { columns: true }) as ExportedText[];
}

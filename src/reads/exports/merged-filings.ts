import { knownFilings, readFilingEvents } from '../../ledger/index.ts';
import type { Filing } from '../../parser/index.ts';
import type { Instant } from '../../values/index.ts';
import { filingsKnown } from './filings.ts';
import type { LedgerReading } from './read-consistently.ts';
import { type ExportSelection, whereAll } from './selection.ts';

const FILINGS_AT_ONCE = 250;

/**
 * Every filing known by an instant, in ledger order, as all its renditions together tell it
 * (docs/domain.md §2), some hundred at a time. Days from and to are those of filing.
 */
export async function* mergedFilings(
  reading: LedgerReading,
  knownAt: Instant,
  selection: ExportSelection,
): AsyncGenerator<readonly Filing[]> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = whereAll(filingsKnown(knownAt, selection, add));
  const text = `SELECT f.id FROM filing f ${where} ORDER BY f.id`;
  for await (const rows of reading.rows({ text, values })) {
    const ids = rows.map(([id]) => id as bigint);
    for (let start = 0; start < ids.length; start += FILINGS_AT_ONCE) {
      const some = ids.slice(start, start + FILINGS_AT_ONCE);
      const filings = knownFilings(await readFilingEvents(reading.db, some));
      yield filings.map(({ merged }) => merged.filing);
    }
  }
}

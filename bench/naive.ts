import { parseArgs } from 'node:util';
import { openDatabase, type Queryable } from '../src/database/index.ts';
import { holdings } from '../src/reads/index.ts';
import { ingestDocuments } from '../src/server/ingest-documents.ts';
import { findDocuments, listFiles } from '../src/sources/index.ts';
import {
  add,
  type CalendarDate,
  compareDecimals,
  type Decimal,
  type Instant,
  ZERO,
} from '../src/values/index.ts';
import { freshLedger, openLedger } from './ingest/fresh-ledger.ts';
import { KEPT_LEDGER } from './serve/ledger.ts';
import { Cleanup } from './serve/processes.ts';

const { values, positionals } = parseArgs({
  options: { show: { type: 'string', default: '0' }, ledger: KEPT_LEDGER },
  allowPositionals: true,
});

/** Everything that is known now, as of the last day there is. */
const NOW = { asOf: '9999-12-31' as CalendarDate, knownAt: '9999-12-31T00:00:00.000Z' as Instant };

/** What one owner holds of one class of one issuer, directly or indirectly, by both ways. */
interface Total {
  naive: Decimal;
  ledger: Decimal;
}

/**
 * Counts where the plain way of reading filings gives another total than the ledger: of every
 * owner, issuer, class of Table I and form of ownership, the amount of the line with the latest
 * date, by nature as filed.
 */
async function main(paths: readonly string[]): Promise<void> {
  const cleanup = new Cleanup();
  try {
    const { serverUrl } = await (values.ledger === undefined
      ? freshLedger(cleanup)
      : openLedger(values.ledger, cleanup));
    const database = openDatabase({ connectionString: serverUrl, poolSize: 2 });
    cleanup.add(() => database.close());
    const ignore = { rejected: () => undefined, progress: () => undefined };
    const files = await listFiles(paths.length === 0 ? ['samples'] : paths);
    await ingestDocuments(database, findDocuments(files), ignore);
    report(await totals(database.pool));
  } finally {
    await cleanup.run();
  }
}

async function totals(db: Queryable): Promise<Map<string, Total>> {
  const all = new Map<string, Total>();
  const of = (key: string) => {
    const total = all.get(key) ?? { naive: ZERO, ledger: ZERO };
    all.set(key, total);
    return total;
  };
  const { rows } = await db.query<{ key: string; amount: Decimal }>(LATEST_LINES);
  for (const { key, amount } of rows) of(key).naive = add(of(key).naive, amount);
  const { rows: people } = await db.query<{ id: bigint }>('SELECT id FROM person ORDER BY id');
  const standing = { table: 'NON_DERIVATIVE', statuses: ['CURRENT', 'CARRIED'] } as const;
  const ids = people.map(({ id }) => id);
  for (const held of await holdings(db, { people: ids }, NOW, standing)) {
    if (held.unit !== 'SHARES') continue;
    const key = [held.personId, held.issuerId, held.securityClass, held.ownership].join(' ');
    of(key).ledger = add(of(key).ledger, held.amount);
  }
  return all;
}

/** The amount after of the line with the latest date, known last, listed last; no accounts. */
const LATEST_LINES = `
  SELECT DISTINCT ON (o.person_id, l.issuer_id, l.security_class, l.ownership, l.nature)
    concat_ws(' ', o.person_id, l.issuer_id, l.security_class, l.ownership) AS key,
    l.amount_after AS amount
  FROM reported_line l
    JOIN filing f ON f.id = l.filing_id
    JOIN filing_owner o ON o.filing_id = l.filing_id
  WHERE l.security_table = 'NON_DERIVATIVE' AND l.amount_after IS NOT NULL
    AND l.unit_after = 'SHARES'
  ORDER BY o.person_id, l.issuer_id, l.security_class, l.ownership, l.nature,
    l.effective_on DESC, l.known_at DESC, l.line DESC`;

function report(all: ReadonlyMap<string, Total>): void {
  const differing = [...all].filter(
    ([, { naive, ledger }]) => compareDecimals(naive, ledger) !== 0,
  );
  const share = ((100 * differing.length) / Math.max(1, all.size)).toFixed(1);
  console.log(`${differing.length} of ${all.size} totals differ, ${share} %.`);
  for (const [key, { naive, ledger }] of differing.slice(0, Number(values.show))) {
    console.log(`${key}: ${naive} the plain way, ${ledger} in the ledger`);
  }
}

await main(positionals);

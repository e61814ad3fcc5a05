import { parseArgs } from 'node:util';
import { openDatabase, type Queryable, SERVER_ROLE } from '../src/database/index.ts';
import { Random } from '../src/server/demo/index.ts';
import { quantile } from './quantile.ts';
import { CASES, FLOORS, type QueryCase } from './query-cases.ts';
import { asAdmin, KEPT_LEDGER, makeLedger } from './serve/ledger.ts';
import { Cleanup } from './serve/processes.ts';

const { values } = parseArgs({
  options: { samples: { type: 'string', default: '300' }, ledger: KEPT_LEDGER },
});

/** Fills a ledger of a million entries, and prints what each hot query takes. */
async function main(samples: number): Promise<void> {
  const cleanup = new Cleanup();
  try {
    const ledger = await makeLedger(1_000_000, cleanup, values.ledger);
    await makeFloors(ledger.adminUrl);
    console.log(`Node ${process.version}; ${ledger.entries} entries.`);
    console.log(`Milliseconds in one connection, ${samples} random questions each.\n`);
    const database = openDatabase({ connectionString: ledger.serverUrl, poolSize: 1 });
    cleanup.add(() => database.close());
    console.log(
      ['query', 'rows', 'median', 'p99', 'floor', 'p99', 'ratio']
        .map((title, column) => (column === 0 ? title.padEnd(26) : title.padStart(9)))
        .join(''),
    );
    for (const item of CASES) await measure(database.pool, item, samples);
  } finally {
    await cleanup.run();
  }
}

/** Asks in turns with the floor; the first tenth warms up and is not counted. */
async function measure(db: Queryable, item: QueryCase, samples: number): Promise<void> {
  const random = new Random(20_261_122);
  const rows: number[] = [];
  const ours: number[] = [];
  const floor: number[] = [];
  for (let sample = -Math.ceil(samples / 10); sample < samples; sample += 1) {
    const ask = item.draw(random);
    const start = performance.now();
    const { length } = await ask(db);
    const middle = performance.now();
    await db.query(FLOORS[item.floor].read, [random.below(20_000), length]);
    const end = performance.now();
    if (sample < 0) continue;
    rows.push(length);
    ours.push(middle - start);
    floor.push(end - middle);
  }
  const [median, least] = [quantile(ours, 0.5), quantile(floor, 0.5)];
  const figures = [median, quantile(ours, 0.99), least, quantile(floor, 0.99), median / least];
  console.log(
    item.name.padEnd(26) +
      String(quantile(rows, 0.5)).padStart(9) +
      figures.map((figure) => figure.toFixed(2).padStart(9)).join(''),
  );
}

function makeFloors(adminUrl: string): Promise<void> {
  return asAdmin(adminUrl, async (client) => {
    for (const { make, keyed } of Object.values(FLOORS)) {
      if (make === null) continue;
      const [table] = keyed.split(' ');
      await client.query(`DROP TABLE IF EXISTS ${table}`);
      await client.query(make);
      await client.query(`CREATE UNIQUE INDEX ON ${keyed}`);
      await client.query(`GRANT SELECT ON ${table} TO ${SERVER_ROLE}`);
      await client.query(`VACUUM (ANALYZE) ${table}`);
    }
  });
}

await main(Number(values.samples));

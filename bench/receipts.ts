import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Database, migrate, openDatabase, SERVER_ROLE } from '../src/database/index.ts';
import {
  checkpointKeys,
  inclusionProofs,
  issueCheckpoint,
  makeReceipt,
  newSigningKey,
  readSigningKey,
  tlogProof,
} from '../src/receipts/index.ts';
import { openEmbedded } from '../src/server/embedded/index.ts';
import { ingestDocuments } from '../src/server/ingest-documents.ts';
import { findDocuments, listFiles } from '../src/sources/index.ts';
import { type Instant, instantOf } from '../src/values/index.ts';
import { fillEntries } from '../test/support/million-entries.ts';
import { MUTATIONS, type ReceiptJson } from '../test/support/receipts/mutate-receipt.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'proofs,receipts' },
    people: { type: 'string', default: '60000' },
    receipts: { type: 'string', default: '1000' },
  },
});
const paths =
  positionals.length === 0 ? [new URL('../samples', import.meta.url).pathname] : positionals;
const VERIFIER = fileURLToPath(new URL('../tools/verify_receipt.py', import.meta.url));
const signing = readSigningKey(newSigningKey(), 'the bench');
const key = () => signing;
const now = () => instantOf(new Date());

/** The tree of a ledger that is there, and proofs of single events in it. */
async function proofs(database: Database, adminUrl: string): Promise<void> {
  await fillEntries(adminUrl, {
    people: Number(values.people),
    issuers: Number(values.people) / 10,
  });
  const before = process.cpuUsage();
  const start = performance.now();
  await issueCheckpoint(database, { key, now });
  const { user, system } = process.cpuUsage(before);
  const { rows } = await database.pool.query<{ events: bigint; bytes: bigint }>(
    `SELECT (SELECT max(position) FROM ledger_event) AS events,
       pg_total_relation_size('merkle_tile') AS bytes`,
  );
  const events = Number(rows[0]?.events);
  console.log(
    `${events} events: tree built in ${((performance.now() - start) / 1_000).toFixed(1)} s ` +
      `(Node ${((user + system) / events).toFixed(2)} µs an event), ` +
      `${Number(rows[0]?.bytes) / 1e6} MB`,
  );
  const times: number[] = [];
  let largest = { text: 0, fields: 0 };
  const asked = process.cpuUsage();
  for (let index = 0; index < 2_000; index += 1) {
    const position = BigInt(1 + Math.floor(Math.random() * events));
    const began = performance.now();
    const [proof] = await inclusionProofs(database.pool, [position]);
    const text = proof === undefined ? '' : tlogProof(proof);
    times.push(performance.now() - began);
    if (index === 0) console.log(`the first proof: ${times[0]?.toFixed(2)} ms`);
    largest = {
      text: Math.max(largest.text, bytesOf({ text })),
      fields: Math.max(largest.fields, bytesOf(proof)),
    };
  }
  const cpu = process.cpuUsage(asked);
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(
    `proof of one event: ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
      `Node ${((cpu.user + cpu.system) / times.length / 1_000).toFixed(2)} ms of CPU; ` +
      `at most ${largest.text} bytes as a text, ${largest.fields} with every field`,
  );
}

/** As an answer of the API has it. */
function bytesOf(inclusionProof: unknown): number {
  const text = JSON.stringify({ data: { event: { inclusionProof } } }, (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  return Buffer.byteLength(text);
}

/** Receipts of random people, dates and instants, as they are and falsified. */
async function receipts(database: Database): Promise<void> {
  const files = await listFiles(paths);
  await ingestDocuments(database, findDocuments(files), {
    rejected: () => undefined,
    progress: () => undefined,
  });
  await issueCheckpoint(database, { key, now });
  const [trusted] = await checkpointKeys(database.pool);
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-receipts-'));
  try {
    await mkdir(join(folder, 'bad'));
    const { rows } = await database.pool.query<Asked>(QUESTIONS, [Number(values.receipts)]);
    const kinds = Object.entries(MUTATIONS);
    const bad: { kind: string; path: string }[] = [];
    const good: string[] = [];
    for (const [index, { id, cik, name, ...viewpoint }] of rows.entries()) {
      const person = { id, cik, name };
      const statuses = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const;
      const receipt = await makeReceipt(database.pool, signing, { person, viewpoint, statuses });
      const path = join(folder, `${index}.json`);
      await writeFile(path, JSON.stringify(receipt));
      good.push(path);
      const [kind, mutate] = kinds[index % kinds.length] as (typeof kinds)[0];
      const changed = structuredClone(receipt) as unknown as ReceiptJson;
      mutate(changed, index);
      const other = join(folder, 'bad', `${index}.json`);
      await writeFile(other, JSON.stringify(changed));
      bad.push({ kind, path: other });
    }
    const accepted = verified(trusted?.verifierKey ?? '', good);
    const wrong = accepted.filter((line) => !line.includes(': accepted, '));
    console.log(`${good.length - wrong.length} of ${good.length} receipts accepted`);
    for (const line of wrong.slice(0, 10)) console.log(`  ${line}`);
    const answers = verified(
      trusted?.verifierKey ?? '',
      bad.map(({ path }) => path),
    );
    console.log(`${answers.filter(isRefused).length} of ${bad.length} falsified ones refused:`);
    for (const [kind] of kinds) {
      const own = answers.filter((_, index) => bad[index]?.kind === kind);
      console.log(`  ${kind}: ${own.filter(isRefused).length} of ${own.length}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Asked {
  readonly id: bigint;
  readonly cik: string | null;
  readonly name: string;
  readonly asOf: never;
  readonly knownAt: Instant;
}

/** A person and a time of an entry of theirs, so that few answers are empty. */
const QUESTIONS = `SELECT p.id, p.cik, p.name, e.from_on + 30 AS "asOf",
    e.known_at + interval '10 days' AS "knownAt"
  FROM (SELECT * FROM entry ORDER BY hashint8(position) LIMIT $1) e
    JOIN person p ON p.id = e.person_id`;

function isRefused(line: string): boolean {
  return line.includes(': refused, ');
}

function verified(trusted: string, files: readonly string[]): string[] {
  const args = [VERIFIER, '--key', trusted, ...files];
  const { stdout } = spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1e8 });
  return stdout.trimEnd().split('\n');
}

for (const part of values.only.split(',')) {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-'));
  await chmod(folder, 0o755);
  const embedded = await openEmbedded(folder);
  try {
    await migrate(embedded.adminUrl);
    await embedded.grantServerLogin(SERVER_ROLE);
    const database = openDatabase({ connectionString: embedded.serverUrl });
    await (part === 'proofs' ? proofs(database, embedded.adminUrl) : receipts(database));
    await database.close();
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

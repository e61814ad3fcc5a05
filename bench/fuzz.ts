import { parseArgs } from 'node:util';
import { Random } from '../src/server/demo/index.ts';
import { listFiles, readDocuments } from '../src/sources/index.ts';
import type { SourceDocument } from '../src/values/index.ts';
import { everyRendition } from '../test/support/every-rendition.ts';
import { faultsOf } from '../test/support/faults.ts';
import { mutate } from '../test/support/mutate.ts';
import { printHostilePages } from './hostile-pages.ts';

const MILLISECONDS_PER_10_KB = 50;

interface Slowest {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly what: string;
}

/**
 * The kinds of damage that take no row away: a page or document has all of them then, or is
 * refused.
 */
const KEEPS_ROWS = new Set(['deleted tag', 'doubled tag', 'cut off', 'NULs and controls']);

/**
 * Parses damaged documents and says what it came upon, what is wrong apart from what is slow; then
 * what hostile pages cost. The exit status is 1 where anything is wrong.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const documents: Pick<SourceDocument, 'name' | 'bytes'>[] = [];
  if (positionals.length === 0) documents.push(...samples());
  for (const file of positionals.length === 0 ? [] : await listFiles(positionals)) {
    for await (const document of readDocuments(file)) {
      if ('bytes' in document) documents.push(document);
    }
  }
  const rows = new Map(documents.map((document) => [document, faultsOf(document.bytes).rows]));
  const count = Number(values.count);
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  const slow: string[] = [];
  let slowest: Slowest = { milliseconds: 0, bytes: 0, what: 'nothing' };
  for (let index = 0; index < count; index += 1) {
    const seed = Number(values.seed) * 1_000_003 + index;
    const random = new Random(seed);
    const original = random.pick(documents);
    const { kind, bytes } = mutate(original.bytes, random);
    const what = `${original.name} (${kind}; seed ${seed})`;
    const damaged = faultsOf(bytes);
    const { faults, outcome, milliseconds } = damaged;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    wrong.push(...faults.map((fault) => `${what}: ${fault}`));
    const before = rows.get(original) ?? null;
    const isLoss = before !== null && damaged.rows !== null && damaged.rows < before;
    if (isLoss && KEEPS_ROWS.has(kind) && !original.name.endsWith('data set')) {
      wrong.push(`${what}: ${damaged.rows} of ${before} rows, and nothing says so`);
    }
    const allowed = MILLISECONDS_PER_10_KB * Math.max(1, bytes.length / 10_000);
    if (milliseconds > allowed) {
      slow.push(`${what}: ${milliseconds.toFixed(0)} ms for ${bytes.length} bytes`);
    }
    if (milliseconds > slowest.milliseconds) {
      slowest = { milliseconds, bytes: bytes.length, what };
    }
    if ((index + 1) % 10_000 === 0)
      console.log(`${index + 1} documents, ${wrong.length} wrong, ${slow.length} slow`);
  }
  for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1])) {
    console.log(`${String(times).padStart(8)} ${outcome}`);
  }
  const { milliseconds, bytes, what } = slowest;
  console.log(`Slowest: ${milliseconds.toFixed(1)} ms for ${bytes} bytes: ${what}`);
  for (const one of slow) console.log(`slow: ${one}`);
  for (const failure of wrong) console.log(`wrong: ${failure}`);
  console.log(`${count} documents, ${wrong.length} wrong, ${slow.length} slow`);
  printHostilePages();
  if (wrong.length > 0) process.exitCode = 1;
}

/** The samples in every rendition, and dumps of their pages. */
function samples(): Pick<SourceDocument, 'name' | 'bytes'>[] {
  return everyRendition().map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
}

await main();

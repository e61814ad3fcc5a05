import { SaxesParser } from 'saxes';
import { parseDocument } from '../src/parser/index.ts';
import { type DocumentSet, ownershipXml, readSets } from './documents.ts';

const ROUNDS = 7;
const DOCUMENTS_AT_LEAST = 2_000;
const SAMPLES = new URL('../samples/', import.meta.url).pathname;

/** One way of going over a set's documents: what it is called and how many bytes it goes over. */
interface Contender {
  readonly name: string;
  readonly bytes: number;
  run(): void;
}

/** Prints how fast documents are parsed, by rendition, and beside it a bare pass of saxes. */
async function main(folders: readonly string[]): Promise<void> {
  const { sets, leftOut } = await readSets(
    folders.length === 0 ? [SAMPLES] : folders,
    DOCUMENTS_AT_LEAST,
  );
  console.log(`Node ${process.version}, medians of ${ROUNDS} interleaved rounds, in CPU time.`);
  console.log(`${leftOut} documents cannot be read and are left out.\n`);
  for (const set of sets) measureSet(set);
}

function measureSet(set: DocumentSet): void {
  const parse: Contender = {
    name: 'parseDocument, bytes to Filing',
    bytes: set.bytes,
    run: () => {
      for (const document of set.documents) parseDocument(document);
    },
  };
  const hasXml = set.rendition === 'ownership-xml' || set.rendition === 'submission-text';
  const contenders = hasXml ? [parse, bareSaxes(set)] : [parse];
  console.log(`${set.rendition}: ${set.documents.length} documents`);
  const [ours = 0, theirs] = measure(contenders).map((seconds, index) => {
    const { name, bytes } = contenders[index] ?? parse;
    const rate = Math.round(set.documents.length / seconds);
    const megabytes = (bytes / 1e6 / seconds).toFixed(1);
    console.log(`  ${name.padEnd(42)} ${String(rate).padStart(7)} documents/s ${megabytes} MB/s`);
    return seconds;
  });
  if (theirs !== undefined) console.log(`  ratio to bare saxes: ${(theirs / ours).toFixed(2)}`);
}

/** saxes with its default options over the ownership XML alone, header and exhibits left out. */
function bareSaxes(set: DocumentSet): Contender {
  const parts = set.documents.map(ownershipXml);
  const decoder = new TextDecoder();
  return {
    name: 'bare saxes, bytes of the XML alone',
    bytes: parts.reduce((sum, part) => sum + part.byteLength, 0),
    run: () => {
      for (const part of parts) new SaxesParser().write(decoder.decode(part)).close();
    },
  };
}

/** The median CPU seconds of each contender, in turns, after a round that is not counted. */
function measure(contenders: readonly Contender[]): number[] {
  const times = contenders.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round += 1) {
    contenders.forEach((contender, index) => {
      const before = process.cpuUsage();
      contender.run();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[index]?.push((user + system) / 1e6);
    });
  }
  return times.map((seconds) => seconds.sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0);
}

await main(process.argv.slice(2));

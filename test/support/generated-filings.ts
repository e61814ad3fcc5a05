import fc from 'fast-check';
import type { HeaderFacts } from '../../src/parser/index.ts';
import { Random } from '../../src/server/demo/index.ts';
import { type CalendarDate, newYorkTime } from '../../src/values/index.ts';
import { parseFiling } from './parse.ts';
import { printFiles, printTables, zip } from './print/print-data-set.ts';
import { type FullFiling, RENDITIONS, type RenditionName } from './renditions.ts';
import { histories } from './sketches/history-arbitrary.ts';
import { printSketch } from './sketches/print-sketch.ts';
import { type FilingSketch, ISSUERS, OWNERS } from './sketches/sketch.ts';

/** A folder's worth of invented documents, and what has to come of them. */
export interface GeneratedFilings {
  /** Content by path; every folder's documents are those of one filing. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The remarks of every filing, by which it is known again; each once. */
  readonly filings: readonly string[];
  /** How many of the documents are none. */
  readonly rejected: number;
}

type AloneRendition = Exclude<RenditionName, 'data set'>;

/**
 * Those without numbers and CIKs bring provisional people, who are resolved when others tell more.
 */
const ALONE: readonly AloneRendition[] = [
  'submission',
  'submission',
  'xml',
  'xml without a number',
  'html page',
  'text page',
  'markdown page',
  'numbered page',
];

/**
 * Makes so many filings, the same for the same seed: histories of invented issuers with amendments,
 * late lines and joint filings, shuffled, most in one rendition and some in several; one data set
 * among them, and documents that are rejected.
 */
export async function generateFilings(asked: {
  readonly seed: number;
  readonly count: number;
}): Promise<GeneratedFilings> {
  const random = new Random(asked.seed);
  const sketch = fc
    .sample(histories, { seed: asked.seed, numRuns: Math.ceil(asked.count / 2) })
    .flatMap((history, number) => history.map((one) => filingOf(one, number)))
    .slice(0, asked.count);
  const files = new Map<string, Uint8Array>();
  const inDataSet: FullFiling[] = [];
  let rejected = 0;
  for (const [index, filing] of shuffled(sketch, random).entries()) {
    const folder = `d${String(index).padStart(6, '0')}`;
    const isInDataSet = random.below(12) === 0;
    if (isInDataSet) inDataSet.push(filing);
    const renditions = random.below(5) === 0 ? 2 : isInDataSet ? 0 : 1;
    for (let count = 0; count < renditions; count += 1) {
      const { name, bytes } = RENDITIONS[random.pick(ALONE)](filing);
      files.set(`${folder}/${name}`, bytes);
    }
    if (index % 40 === 20) {
      files.set(`${folder}/letter.txt`, Buffer.from(`Dear reader number ${index}`));
      rejected += 1;
    }
  }
  const set = await zip(printFiles(printTables(inDataSet)));
  if (inDataSet.length > 0) files.set(`d${String(sketch.length / 2).padStart(6, '0')}.zip`, set);
  return { files, filings: sketch.map(({ remarks }) => remarks ?? ''), rejected };
}

/**
 * So many filings of which everything is known, the same for the same seed; each has its number
 * once.
 */
export function generateFullFilings(asked: {
  readonly seed: number;
  readonly count: number;
}): FullFiling[] {
  const runs = { seed: asked.seed, numRuns: asked.count };
  return fc
    .sample(histories, runs)
    .flatMap((history, number) => history.map((sketch) => filingOf(sketch, number)))
    .slice(0, asked.count);
}

/**
 * A filing of a history's own issuers and people: the same names and numbers, distinguished by its
 * number.
 */
function filingOf(sketch: FilingSketch, history: number): FullFiling {
  const number = `0009${String(100_000 + history)}-24-${sketch.number}`;
  const document = printSketch({ ...sketch, rendition: 'xml' });
  const text = new TextDecoder().decode(document.bytes);
  const own = [...ISSUERS, ...OWNERS].reduce(
    (changed, { cik, name }, index) =>
      changed
        .replaceAll(new RegExp(`\\b0*${cik}\\b`, 'g'), String(9_100_000_000 + history * 10 + index))
        .replaceAll(name, name.replace(' ', ` ${letters(history)} `)),
    text,
  );
  const tickers = ISSUERS.reduce(
    (changed, { ticker }) => changed.replaceAll(ticker, `${ticker[0]}${letters(history)}`),
    own,
  );
  const remarks = `Filed as number ${history + 1}-${sketch.index}.`;
  const xml = tickers.replace(`Filed as number ${sketch.index}.`, remarks);
  const filing = parseFiling(xml, `${number}.xml`);
  return {
    ...filing,
    issuer: { ...filing.issuer, headerFacts: headerFacts(sketch.index) },
    accessionNumber: number as FullFiling['accessionNumber'],
    filedOn: sketch.day,
    acceptedAt: newYorkTime(sketch.day),
  };
}

/** What a header says of the issuer, which changes from filing to filing and comes back. */
function headerFacts(index: number): HeaderFacts {
  const until = '2001-02-03' as CalendarDate;
  return {
    sic: ['3829', '2000', null][index % 3] ?? null,
    sicDescription: index % 3 === 0 ? 'MEASURING & CONTROLLING DEVICES, NEC' : null,
    fiscalYearEnd: index % 5 === 0 ? '0630' : '1231',
    stateOfIncorporation: 'DE',
    formerNames: index % 4 === 0 ? [{ name: `Foundry ${index % 3} Inc`, until }] : [],
  };
}

/** A number in capital letters. */
function letters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'QWERTYUIOP'.charAt(Number(digit)));
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const all = [...list];
  for (let end = all.length - 1; end > 0; end -= 1) {
    const other = random.below(end + 1);
    [all[end], all[other]] = [all[other] as T, all[end] as T];
  }
  return all;
}

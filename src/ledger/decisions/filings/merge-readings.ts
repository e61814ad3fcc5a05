import type { Filing, HeaderFacts, Rendition } from '../../../parser/index.ts';
import { type Cik, compareText } from '../../../values/index.ts';
import { canonicalJson, type FilingReading, type KnownAtBasis } from '../../events/index.ts';
import { foldName } from '../identities/index.ts';

/** At least one: a filing is held because a document reported it. */
export type FilingReadings = readonly [FilingReading, ...FilingReading[]];

/** The renditions by what they can say of lines, notes and cells: a data set rounds and cuts. */
const CONTENT: readonly Rendition[] = [
  'submission-text',
  'ownership-xml',
  'html-page',
  'text-page',
  'data-set',
];

/** And by what they say of owners: of joint ones, pages leave out what they are to the issuer. */
const OWNERS: readonly Rendition[] = [
  'submission-text',
  'ownership-xml',
  'data-set',
  'html-page',
  'text-page',
];

const BASES: readonly KnownAtBasis[] = ['ACCEPTANCE', 'FILING_DATE', 'SIGNATURE_DATE'];

/**
 * What is known of a filing by all that its documents tell. Every part is the best of its kind:
 * content and owners of the richest rendition, numbers, dates and CIKs from whichever has them,
 * known-at on the best basis. Order and repetition do not matter, nor whether one is there that
 * adds nothing to the others; of equal content the bytes are those of the first
 * (docs/domain.md §2).
 */
export function mergeReadings(readings: FilingReadings): FilingReading {
  if (readings.length === 1) return readings[0];
  const { content, owners, known, ciks, headerFacts, ...numbers } = partsOf(readings);
  const { issuer } = content.filing;
  const { reportingOwners } = owners.filing;
  return {
    ...content,
    knownAt: known.knownAt,
    knownAtBasis: known.knownAtBasis,
    filing: {
      ...content.filing,
      ...numbers,
      issuer: {
        ...issuer,
        cik: ciks.get(ISSUER)?.[0] ?? null,
        ...(headerFacts === undefined ? {} : { headerFacts }),
      },
      reportingOwners: reportingOwners.map((owner, index) => ({
        ...owner,
        cik: cikOf(ciks, reportingOwners, index),
      })),
    },
  };
}

/** Whether a document is of a rendition that tells lines better than another's. */
export function readsLinesBetter(a: FilingReading, b: FilingReading): boolean {
  return CONTENT.indexOf(a.rendition) < CONTENT.indexOf(b.rendition);
}

/**
 * Readings older than the field for the parser's version count as those of the first
 * (docs/explanation/parser.md).
 */
const FIRST_PARSER = 1;

/** The version of the parser that made a reading. */
export function parserOf({ parser = FIRST_PARSER }: Pick<FilingReading, 'parser'>): number {
  return parser;
}

/** The oldest version of the parser that read any document of a filing. */
export function oldestParser(readings: FilingReadings): number {
  return Math.min(...readings.map(parserOf));
}

/** Whether a document tells anything that the others do not. */
export function addsToReadings(readings: FilingReadings, reading: FilingReading): boolean {
  return stateOf(readings) !== stateOf([...readings, reading]);
}

/**
 * The best of every kind. Each is the greatest in an order of its own, so that no sequence matters.
 */
function partsOf(readings: FilingReadings) {
  const filings = readings.map(({ filing }) => filing);
  return {
    content: best(readings, contentOrder),
    owners: best(readings, ownersOrder),
    known: best(readings, knownOrder),
    accessionNumber: least(filings.map(({ accessionNumber }) => accessionNumber)),
    filedOn: least(filings.map(({ filedOn }) => filedOn)),
    acceptedAt: least(filings.map(({ acceptedAt }) => acceptedAt)),
    ciks: mergeCiks(filings),
    headerFacts: leastFacts(filings.map(({ issuer }) => issuer.headerFacts)),
  };
}

function stateOf(readings: FilingReadings): string {
  const { content, owners, known, ciks, ...numbers } = partsOf(readings);
  const chosen = [contentOrder(content), ownersOrder(owners), knownOrder(known)];
  return text([chosen, numbers, [...ciks].sort(([a], [b]) => compareText(a, b))]);
}

type Order = (reading: FilingReading) => readonly [rank: number, size: number, tie: string];

/** Of one rendition the one with more lines, then any, but always the same. */
const contentOrder: Order = ({ rendition, filing }) => {
  const elsewhere = { accessionNumber: null, filedOn: null, acceptedAt: null, reportingOwners: [] };
  const issuer = { ...filing.issuer, cik: null, headerFacts: undefined };
  const content = { ...filing, ...elsewhere, issuer };
  return [CONTENT.indexOf(rendition), -filing.lines.length, text(content)];
};

const ownersOrder: Order = ({ rendition, filing: { reportingOwners } }) => {
  const unnumbered = reportingOwners.map((owner) => ({ ...owner, cik: null }));
  return [OWNERS.indexOf(rendition), -reportingOwners.length, text(unnumbered)];
};

const knownOrder: Order = ({ knownAt, knownAtBasis }) => [BASES.indexOf(knownAtBasis), 0, knownAt];

function best([first, ...others]: FilingReadings, order: Order): FilingReading {
  let chosen = { reading: first, key: order(first) };
  for (const reading of others) {
    const key = order(reading);
    const [rank, size, tie] = chosen.key;
    if ((key[0] - rank || key[1] - size || compareText(key[2], tie)) < 0) chosen = { reading, key };
  }
  return chosen.reading;
}

type Ciks = ReadonlyMap<string, readonly (Cik | null)[]>;

const ISSUER = 'issuer';
const SOLE_OWNER = 'sole owner';

/**
 * The CIKs of the issuer and, name by name, of owners; a name's from where most of them are known.
 */
function mergeCiks(filings: readonly Filing[]): Ciks {
  const merged = new Map<string, readonly (Cik | null)[]>();
  const count = (ciks: readonly (Cik | null)[]) => ciks.filter((cik) => cik !== null).length;
  for (const [key, ciks] of filings.flatMap((filing) => [...statedCiks(filing)])) {
    const known = merged.get(key) ?? [];
    const less = count(known) - count(ciks) || compareText(text(ciks), text(known));
    if (less < 0) merged.set(key, ciks);
  }
  return merged;
}

function statedCiks({ issuer, reportingOwners }: Filing): Map<string, (Cik | null)[]> {
  const stated = new Map<string, (Cik | null)[]>([[ISSUER, [issuer.cik]]]);
  for (const { name, cik } of reportingOwners) {
    const key = ownerKey(name);
    stated.set(key, [...(stated.get(key) ?? []), cik]);
  }
  const [first, ...joint] = reportingOwners;
  if (first !== undefined && joint.length === 0) stated.set(SOLE_OWNER, [first.cik]);
  return stated;
}

/**
 * Owners of one name in their order; a sole owner is the same whatever a data set cut off its name.
 */
function cikOf(ciks: Ciks, owners: Filing['reportingOwners'], index: number): Cik | null {
  const key = ownerKey(owners[index]?.name ?? '');
  const namesakes = owners.slice(0, index).filter(({ name }) => ownerKey(name) === key);
  const byName = ciks.get(key)?.[namesakes.length] ?? null;
  return byName ?? (owners.length === 1 ? (ciks.get(SOLE_OWNER)?.[0] ?? null) : null);
}

function ownerKey(name: string): string {
  return `owner ${foldName(name)}`;
}

function least<T extends string>(values: readonly (T | null)[]): T | null {
  return values.filter((value) => value !== null).sort(compareText)[0] ?? null;
}

/** Headers of one filing differ in nothing as a rule. */
function leastFacts(said: readonly (HeaderFacts | undefined)[]): HeaderFacts | undefined {
  const facts = said.filter((each) => each !== undefined);
  return facts.sort((a, b) => compareText(text(a), text(b)))[0];
}

function text(value: unknown): string {
  return canonicalJson(value);
}

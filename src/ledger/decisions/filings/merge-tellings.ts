import type { Filing, Rendition } from '../../../parser/index.ts';
import { type Cik, compareText } from '../../../values/index.ts';
import { canonicalJson, type KnownAtBasis, type Telling } from '../../events/index.ts';
import { foldName } from '../identities/index.ts';

/** At least one telling: a filing is held because a document told of it. */
export type Tellings = readonly [Telling, ...Telling[]];

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
 * What is known of a filing by all that its documents tell. Every part is the best of its kind: content
 * and owners of the richest rendition, numbers, dates and CIKs from whichever has them, known-at on the
 * best basis. Order and repetition do not matter, nor whether one is there that adds nothing to the
 * others; of equal content the bytes are those of the first (docs/domain.md §2).
 */
export function mergeTellings(tellings: Tellings): Telling {
  if (tellings.length === 1) return tellings[0];
  const { content, owners, known, ciks, ...numbers } = partsOf(tellings);
  const { issuer } = content.filing;
  const { reportingOwners } = owners.filing;
  return {
    ...content,
    knownAt: known.knownAt,
    knownAtBasis: known.knownAtBasis,
    filing: {
      ...content.filing,
      ...numbers,
      issuer: { ...issuer, cik: ciks.get(ISSUER)?.[0] ?? null },
      reportingOwners: reportingOwners.map((owner, index) => ({
        ...owner,
        cik: cikOf(ciks, reportingOwners, index),
      })),
    },
  };
}

/** Whether a document is of a rendition that tells lines better than another's. */
export function tellsLinesBetter(a: Telling, b: Telling): boolean {
  return CONTENT.indexOf(a.rendition) < CONTENT.indexOf(b.rendition);
}

/** Readings of before the parser's version was kept count as those of the first (docs/explanation/parser.md). */
const FIRST_PARSER = 1;

/** The version of the parser that made a reading. */
export function parserOf({ parser = FIRST_PARSER }: Pick<Telling, 'parser'>): number {
  return parser;
}

/** The oldest version of the parser that read any document of a filing. */
export function oldestParser(tellings: Tellings): number {
  return Math.min(...tellings.map(parserOf));
}

/** Whether a document tells anything that the others do not. */
export function addsToTellings(tellings: Tellings, telling: Telling): boolean {
  return stateOf(tellings) !== stateOf([...tellings, telling]);
}

/** The best of every kind. Each is the greatest in an order of its own, so that no sequence matters. */
function partsOf(tellings: Tellings) {
  const filings = tellings.map(({ filing }) => filing);
  return {
    content: best(tellings, contentOrder),
    owners: best(tellings, ownersOrder),
    known: best(tellings, knownOrder),
    accessionNumber: least(filings.map(({ accessionNumber }) => accessionNumber)),
    filedOn: least(filings.map(({ filedOn }) => filedOn)),
    acceptedAt: least(filings.map(({ acceptedAt }) => acceptedAt)),
    ciks: mergeCiks(filings),
  };
}

function stateOf(tellings: Tellings): string {
  const { content, owners, known, ciks, ...numbers } = partsOf(tellings);
  const chosen = [contentOrder(content), ownersOrder(owners), knownOrder(known)];
  return text([chosen, numbers, [...ciks].sort(([a], [b]) => compareText(a, b))]);
}

type Order = (telling: Telling) => readonly [rank: number, size: number, tie: string];

/** Of one rendition the one with more lines, then any, but always the same. */
const contentOrder: Order = ({ rendition, filing }) => {
  const elsewhere = { accessionNumber: null, filedOn: null, acceptedAt: null, reportingOwners: [] };
  const content = { ...filing, ...elsewhere, issuer: { ...filing.issuer, cik: null } };
  return [CONTENT.indexOf(rendition), -filing.lines.length, text(content)];
};

const ownersOrder: Order = ({ rendition, filing: { reportingOwners } }) => {
  const unnumbered = reportingOwners.map((owner) => ({ ...owner, cik: null }));
  return [OWNERS.indexOf(rendition), -reportingOwners.length, text(unnumbered)];
};

const knownOrder: Order = ({ knownAt, knownAtBasis }) => [BASES.indexOf(knownAtBasis), 0, knownAt];

function best([first, ...others]: Tellings, order: Order): Telling {
  let chosen = { telling: first, key: order(first) };
  for (const telling of others) {
    const key = order(telling);
    const [rank, size, tie] = chosen.key;
    if ((key[0] - rank || key[1] - size || compareText(key[2], tie)) < 0) chosen = { telling, key };
  }
  return chosen.telling;
}

type Ciks = ReadonlyMap<string, readonly (Cik | null)[]>;

const ISSUER = 'issuer';
const SOLE_OWNER = 'sole owner';

/** The CIKs of the issuer and, name by name, of owners; a name's from where most of them are known. */
function mergeCiks(filings: readonly Filing[]): Ciks {
  const merged = new Map<string, readonly (Cik | null)[]>();
  const count = (ciks: readonly (Cik | null)[]) => ciks.filter((cik) => cik !== null).length;
  for (const [key, ciks] of filings.flatMap((filing) => [...toldCiks(filing)])) {
    const known = merged.get(key) ?? [];
    const less = count(known) - count(ciks) || compareText(text(ciks), text(known));
    if (less < 0) merged.set(key, ciks);
  }
  return merged;
}

function toldCiks({ issuer, reportingOwners }: Filing): Map<string, (Cik | null)[]> {
  const told = new Map<string, (Cik | null)[]>([[ISSUER, [issuer.cik]]]);
  for (const { name, cik } of reportingOwners) {
    const key = ownerKey(name);
    told.set(key, [...(told.get(key) ?? []), cik]);
  }
  const [first, ...joint] = reportingOwners;
  if (first !== undefined && joint.length === 0) told.set(SOLE_OWNER, [first.cik]);
  return told;
}

/** Owners of one name in their order; a sole owner is the same whatever a data set cut off its name. */
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

function text(value: unknown): string {
  return canonicalJson(value);
}

import type { LookUp, Queryable } from '../../database/index.ts';
import { type FamilyEnd, goesOn } from '../../rules/index.ts';
import { groupBy } from '../../values/index.ts';
import { isAmendmentForm } from '../decisions/index.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { familyEnds, readFamilyEnds } from './family-ends.ts';
import {
  type FamilyKey,
  familyText,
  type GroupLines,
  groupsOf,
  keyOf,
  type OwnedLine,
  readLines,
} from './group.ts';
import type { LineRow } from './line-rows.ts';
import { pairText } from './relationships.ts';

/** A family that filings touch, as its groups are stored and as they become. */
export interface TouchedFamily {
  readonly key: FamilyKey;
  readonly before: readonly GroupLines[];
  readonly after: readonly GroupLines[];
  /** Where it ended, if what becomes known goes on from there: then both are of that alone. */
  readonly goesOnFrom: FamilyEnd | null;
  /** Whether an end of it is stored. */
  readonly hasEnd: boolean;
}

/** Looks up where the families ended that the filings have a line in, or had. */
export function endsOf({ both }: ChangedFilings): LookUp {
  return familyEnds(both.flatMap(ownedLines));
}

/**
 * Reads what is stored of the families that the filings have a line in, or had, where their pairs
 * are stored at all: where they ended, if all that becomes known goes on from there, else every
 * line.
 */
export async function readFamilies(
  db: Queryable,
  changed: ChangedFilings,
  storedPairs: ReadonlySet<string>,
): Promise<TouchedFamily[]> {
  const then = changed.before.flatMap(ownedLines);
  const now = changed.after.flatMap(ownedLines);
  const isStored = (line: OwnedLine) => storedPairs.has(pairText(line));
  const ends = await readFamilyEnds(db, [...then, ...now].filter(isStored));
  const replacedNow = changed.after.flatMap((rows) => rows.lines.flatMap(replacedBy));
  const changes = new Set(then.map(familyText));
  const linesOf = groupBy(now, familyText);
  const goOn: TouchedFamily[] = [];
  for (const [family, goesOnFrom] of ends) {
    const lines = linesOf.get(family) ?? [];
    const after = groupsOf(lines, firstOf(replacedNow));
    if (changes.has(family) || !goesOn(goesOnFrom, after)) continue;
    goOn.push({ key: lines[0] as FamilyKey, before: [], after, goesOnFrom, hasEnd: true });
    linesOf.delete(family);
  }
  const whole = [...linesOf.values()].flat();
  const stored = await readLines(db, [...then, ...whole].filter(isStored));
  return [...goOn, ...(await wholeFamilies(db, changed, { stored, whole, replacedNow, ends }))];
}

/** Families of which every line is read. */
async function wholeFamilies(
  db: Queryable,
  changed: ChangedFilings,
  { stored, whole, replacedNow, ends }: WholeFamilies,
): Promise<TouchedFamily[]> {
  const stays = ({ line }: OwnedLine) => changed.get(line.filing_id) === undefined;
  const replacing = await readReplacing(db, [...stored, ...whole]);
  const stay = replacing.filter(({ filing }) => changed.get(filing) === undefined);
  const replaced = { before: firstOf(replacing), now: firstOf([...stay, ...replacedNow]) };
  const stood = groupBy(stored, familyText);
  const now = groupBy([...stored.filter(stays), ...whole], familyText);
  return [...new Set([...stood.keys(), ...now.keys()])].map((family) => {
    const [before, after] = [stood.get(family) ?? [], now.get(family) ?? []];
    return {
      key: (after[0] ?? before[0]) as FamilyKey,
      before: groupsOf(before, replaced.before),
      after: groupsOf(after, replaced.now),
      goesOnFrom: null,
      hasEnd: ends.has(family),
    };
  });
}

interface WholeFamilies {
  readonly stored: readonly OwnedLine[];
  readonly whole: readonly OwnedLine[];
  readonly replacedNow: readonly Replacing[];
  readonly ends: ReadonlyMap<string, FamilyEnd>;
}

/** Families of all their lines, none of which has an account yet. */
export function freshFamilies(
  lines: readonly OwnedLine[],
  replaces: ReadonlyMap<bigint, bigint>,
): TouchedFamily[] {
  return [...groupBy(lines, familyText).values()].map((own) => ({
    key: own[0] as FamilyKey,
    before: [],
    after: groupsOf(own, replaces),
    goesOnFrom: null,
    hasEnd: false,
  }));
}

/** The line that a line is replaced by, which is one of an amendment. */
function replacedBy(line: LineRow): Replacing[] {
  const { superseded_by: by, position } = line;
  return by === null || line.is_left_out || line.is_taken_back ? [] : [{ by, position }];
}

/** A filing's lines that count, once for each of its owners. */
function ownedLines({ filing, owners, lines }: FilingRows): OwnedLine[] {
  const people = [...new Set(owners.map((owner) => owner.person_id))];
  const counted = lines.filter((line) => !line.is_taken_back);
  return counted.flatMap((line) =>
    people.map((personId) => ({ ...keyOf(personId, line), line, filing })),
  );
}

interface Replacing {
  readonly by: bigint;
  readonly position: bigint;
}

/** The stored lines that lines of amendments replace. */
export async function readReplacing(
  db: Queryable,
  lines: readonly OwnedLine[],
): Promise<(Replacing & { readonly filing: bigint })[]> {
  const amending = lines.filter(({ filing }) => isAmendmentForm(filing.form));
  if (amending.length === 0) return [];
  const { rows } = await db.query<Replacing & { filing: bigint }>(
    `SELECT superseded_by AS by, position, filing_id AS filing FROM reported_line
     WHERE superseded_by = ANY($1) AND NOT is_left_out AND NOT is_taken_back`,
    [[...new Set(amending.map(({ line }) => line.position))]],
  );
  return rows;
}

/** A line that replaces several stands for the first of them. */
export function firstOf(replacing: readonly Replacing[]): Map<bigint, bigint> {
  const first = new Map<bigint, bigint>();
  for (const { by, position } of replacing) {
    const known = first.get(by);
    if (known === undefined || position < known) first.set(by, position);
  }
  return first;
}

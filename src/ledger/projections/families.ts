import type { LookUp, Queryable } from '../../database/index.ts';
import { type FamilyEnd, goesOn } from '../../rules/index.ts';
import { groupBy } from '../../values/index.ts';
import { isAmendmentForm } from '../decisions/index.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { familyEnds, readFamilyEnds } from './family-ends.ts';
import {
  type Family,
  type FamilyKey,
  familyText,
  groupsOf,
  keyOf,
  type OwnedLine,
  readLines,
} from './group.ts';
import type { LineRow } from './line-rows.ts';
import { pairText, type StatementOfPair, statementsAfter } from './relationships.ts';
import { familiesOfNothing, nothingStated } from './stated-nothing.ts';

/** A family that filings touch, as it is stored and as it becomes. */
export interface TouchedFamily {
  readonly key: FamilyKey;
  readonly before: Family;
  readonly after: Family;
  /** Where it ended, if what becomes known goes on from there: then both are of that alone. */
  readonly goesOnFrom: FamilyEnd | null;
  /** Whether an end of it is stored. */
  readonly hasEnd: boolean;
}

/** Looks up where the families ended that the filings have a line in, or had. */
export function endsOf({ now }: ChangedFilings): LookUp {
  return familyEnds([...now.before, ...now.after].flatMap(ownedLines));
}

/**
 * Reads what is stored of the families that the filings have a line in, or had, where their pairs
 * are stored at all: where they ended, if all that becomes known goes on from there, else every
 * line.
 */
export async function readFamilies(
  db: Queryable,
  changed: ChangedFilings,
  statements: readonly StatementOfPair[],
): Promise<TouchedFamily[]> {
  const touched = changed.now;
  const then = touched.before.flatMap(ownedLines);
  const now = touched.after.flatMap(ownedLines);
  const emptied = familiesOfNothing([...touched.before, ...touched.after]);
  const storedPairs = new Set(statements.map(pairText));
  const isStored = (family: FamilyKey) => storedPairs.has(pairText(family));
  const ends = await readFamilyEnds(db, [...then, ...now].filter(isStored));
  const replacedNow = changed.after.flatMap((rows) => rows.lines.flatMap(replacedBy));
  const changes = new Set([...then, ...emptied].map(familyText));
  const linesOf = groupBy(now, familyText);
  const goOn: TouchedFamily[] = [];
  for (const [family, goesOnFrom] of ends) {
    const lines = linesOf.get(family) ?? [];
    const groups = groupsOf(lines, firstOf(replacedNow));
    if (changes.has(family) || !goesOn(goesOnFrom, groups)) continue;
    const after = { groups, nothing: [] };
    goOn.push({ key: lines[0] as FamilyKey, before: NO_FAMILY, after, goesOnFrom, hasEnd: true });
    linesOf.delete(family);
  }
  const whole = [...linesOf.values()].flat();
  const stored = await readLines(db, [...then, ...emptied, ...whole].filter(isStored));
  const families = { stored, whole, replacedNow, ends, statements };
  return [...goOn, ...(await wholeFamilies(db, changed, families))];
}

/** Families of which every line is read. */
async function wholeFamilies(
  db: Queryable,
  changed: ChangedFilings,
  { stored, whole, replacedNow, ends, statements }: WholeFamilies,
): Promise<TouchedFamily[]> {
  const stays = ({ line }: OwnedLine) => changed.get(line.filing_id) === undefined;
  const replacing = await readReplacing(db, [...stored, ...whole]);
  const stay = replacing.filter(({ filing }) => changed.get(filing) === undefined);
  const replaced = { before: firstOf(replacing), now: firstOf([...stay, ...replacedNow]) };
  const nothingBefore = nothingStated(statements);
  const nothingAfter = nothingStated(statementsAfter(statements, changed));
  const stood = groupBy(stored, familyText);
  const now = groupBy([...stored.filter(stays), ...whole], familyText);
  return [...new Set([...stood.keys(), ...now.keys()])].map((family) => {
    const [before, after] = [stood.get(family) ?? [], now.get(family) ?? []];
    const key = (after[0] ?? before[0]) as FamilyKey;
    return {
      key,
      before: { groups: groupsOf(before, replaced.before), nothing: nothingBefore(key) },
      after: { groups: groupsOf(after, replaced.now), nothing: nothingAfter(key) },
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
  readonly statements: readonly StatementOfPair[];
}

const NO_FAMILY: Family = { groups: [], nothing: [] };

/** Families of all that is said of some people, none of which has an account yet. */
export async function readWholeFamilies(
  db: Queryable,
  lines: readonly OwnedLine[],
  statements: readonly StatementOfPair[],
): Promise<TouchedFamily[]> {
  const replaces = firstOf(await readReplacing(db, lines));
  const nothing = nothingStated(statements);
  return [...groupBy(lines, familyText).values()].map((own) => {
    const key = own[0] as FamilyKey;
    const after = { groups: groupsOf(own, replaces), nothing: nothing(key) };
    return { key, before: NO_FAMILY, after, goesOnFrom: null, hasEnd: false };
  });
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
async function readReplacing(
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
function firstOf(replacing: readonly Replacing[]): Map<bigint, bigint> {
  const first = new Map<bigint, bigint>();
  for (const { by, position } of replacing) {
    const known = first.get(by);
    if (known === undefined || position < known) first.set(by, position);
  }
  return first;
}

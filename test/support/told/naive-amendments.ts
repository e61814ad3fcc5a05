import { newYorkTime } from '../../../src/values/index.ts';
import { type NaiveMatch, type Numbered, naiveMatches, numbered } from './naive-matching.ts';
import type { Told, ToldLine } from './told.ts';

/** What an amendment comes to, filings by their places in the history. */
export interface NaiveOutcome {
  readonly told: number;
  readonly original: number | null;
  readonly outcome: string;
}

export const knownAt = ({ day }: Told): string => newYorkTime(day);

/** §5: filings by known-at, then by accession number. */
function inOrder(filings: readonly Told[]): Told[] {
  const key = (told: Told) => `${knownAt(told)} ${told.number}`;
  return [...filings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const cells = (l: ToldLine) =>
  [l.account, l.on, l.code, l.change, l.after, l.price].map(String).join(' ');

/** §6: what every amendment comes to, what it supersedes, and which of its lines are left out. */
export function naiveAmendments(filings: readonly Told[]) {
  const ordered = inOrder(filings);
  const standing = new Map<Told, Numbered[]>();
  const replaces = new Map<ToldLine, ToldLine>();
  const goneAt = new Map<ToldLine, string>();
  const leftOut = new Set<ToldLine>();
  const standIns = new Set<Told>();
  const outcomes: NaiveOutcome[] = [];
  for (const [index, told] of ordered.entries()) {
    const own = numbered(told);
    const fitting = ordered.slice(0, index).filter((one) => isAbout(one, told));
    const originals = told.isAmendment ? candidatesOf(told, fitting, standIns, standing) : [];
    if (originals.length === 0) {
      standing.set(told, own);
      if (!told.isAmendment) continue;
      standIns.add(told);
      outcomes.push({ told: told.index, original: null, outcome: 'UNRESOLVED' });
      continue;
    }
    const fits = originals.map((one) => naiveMatches(standing.get(one) ?? [], own));
    const isOne = fits.length === 1;
    const matches = isOne ? (fits[0]?.matches ?? []) : [];
    for (const { line, by } of matches) {
      replaces.set(by, line);
      goneAt.set(line, knownAt(told));
    }
    for (const fit of fits) {
      for (const { by } of isOne ? fit.unsure : [...fit.matches, ...fit.unsure]) leftOut.add(by);
    }
    const [original] = originals;
    const before = (original && standing.get(original)) ?? [];
    const count = { before: before.length, lines: told.lines.length };
    for (const one of originals) {
      const all = [...(standing.get(one) ?? []), ...own];
      standing.set(
        one,
        all.filter(({ line }) => !goneAt.has(line) && !leftOut.has(line)),
      );
    }
    const isInDoubt = !isOne || (fits[0]?.unsure ?? []).length > 0;
    outcomes.push({
      told: told.index,
      original: isOne ? (original?.index ?? null) : null,
      outcome: isInDoubt ? 'UNRESOLVED' : outcomeOf(matches, count),
    });
  }
  outcomes.sort((a, b) => a.told - b.told);
  return { ordered, replaces, goneAt, leftOut, outcomes };
}

function isAbout(one: Told, told: Told): boolean {
  const isSame = one.form === told.form && one.issuer === told.issuer;
  return isSame && one.owners.some((owner) => told.owners.includes(owner));
}

/** §6: filed on the day named; else the nearest of the same period; else what stands in for it. */
function candidatesOf(
  told: Told,
  fitting: readonly Told[],
  standIns: ReadonlySet<Told>,
  standing: ReadonlyMap<Told, readonly Numbered[]>,
): readonly Told[] {
  const originals = fitting.filter(({ isAmendment }) => !isAmendment);
  const onDate = originals.filter(({ day }) => day === told.originalOn);
  if (onDate.length > 0) return onDate;
  const nearest = originals.filter(({ period }) => period === told.period).slice(-1);
  if (nearest.length > 0) return nearest;
  const same = fitting.filter(
    (one) =>
      standIns.has(one) &&
      (one.originalOn !== null && told.originalOn !== null
        ? one.originalOn === told.originalOn
        : one.period === told.period),
  );
  const fits = same
    .map((one) => ({ one, ...naiveMatches(standing.get(one) ?? [], numbered(told)) }))
    .filter(({ matches, unsure }) => matches.length + unsure.length > 0);
  const owners = (one: Told) => [...one.owners].sort((a, b) => a - b).join(' ');
  const sameOwners = fits.filter(({ one }) => owners(one) === owners(told));
  const among = sameOwners.length > 0 ? sameOwners : fits;
  const least = among.filter(({ cost }) => among.every((other) => cost <= other.cost));
  return least.length === 1 ? least.map(({ one }) => one) : same;
}

function outcomeOf(
  matches: readonly NaiveMatch[],
  count: { readonly before: number; readonly lines: number },
): string {
  const changed = matches.filter(({ line, by }) => cells(line) !== cells(by)).length;
  if (changed === 0 && matches.length === count.lines) return 'NOTE_ONLY';
  // Of one line alone that is replaced nobody says that all is restated.
  if (count.before > 1 && matches.length === count.before) return 'RESTATES_ALL';
  return changed > 0 ? 'REPLACES' : 'ADDS';
}

import { newYorkTime } from '../../../src/values/index.ts';
import { type NaiveMatch, type Numbered, naiveMatches, numbered } from './naive-matching.ts';
import type { FilingSketch, LineSketch } from './sketch.ts';

/** What an amendment comes to, filings by their places in the history. */
export interface NaiveOutcome {
  readonly sketch: number;
  readonly original: number | null;
  readonly outcome: string;
}

export const knownAt = ({ day }: FilingSketch): string => newYorkTime(day);

/** §5: filings by known-at, then by accession number. */
function inOrder(filings: readonly FilingSketch[]): FilingSketch[] {
  const key = (sketch: FilingSketch) => `${knownAt(sketch)} ${sketch.number}`;
  return [...filings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const cells = (l: LineSketch) =>
  [l.account, l.title, l.on, l.code, l.change, l.after, l.price].map(String).join(' ');

/** §6: what every amendment comes to, what it supersedes, and which of its lines are left out. */
export function naiveAmendments(filings: readonly FilingSketch[]) {
  const ordered = inOrder(filings);
  const standing = new Map<FilingSketch, Numbered[]>();
  const replaces = new Map<LineSketch, LineSketch>();
  const goneAt = new Map<LineSketch, string>();
  const leftOut = new Set<LineSketch>();
  const standIns = new Set<FilingSketch>();
  const outcomes: NaiveOutcome[] = [];
  for (const [index, sketch] of ordered.entries()) {
    const own = numbered(sketch);
    const fitting = ordered.slice(0, index).filter((one) => isAbout(one, sketch));
    const originals = sketch.isAmendment ? candidatesOf(sketch, fitting, standIns, standing) : [];
    if (originals.length === 0) {
      standing.set(sketch, own);
      if (!sketch.isAmendment) continue;
      standIns.add(sketch);
      outcomes.push({ sketch: sketch.index, original: null, outcome: 'UNRESOLVED' });
      continue;
    }
    const fits = originals.map((one) => naiveMatches(standing.get(one) ?? [], own));
    const isOne = fits.length === 1;
    const matches = isOne ? (fits[0]?.matches ?? []) : [];
    for (const { line, by } of matches) {
      replaces.set(by, line);
      goneAt.set(line, knownAt(sketch));
    }
    for (const fit of fits) {
      for (const { by } of isOne ? fit.unsure : [...fit.matches, ...fit.unsure]) leftOut.add(by);
    }
    const [original] = originals;
    const before = (original && standing.get(original)) ?? [];
    const count = { before: before.length, lines: sketch.lines.length };
    for (const one of originals) {
      const all = [...(standing.get(one) ?? []), ...own];
      standing.set(
        one,
        all.filter(({ line }) => !goneAt.has(line) && !leftOut.has(line)),
      );
    }
    const isInDoubt = !isOne || (fits[0]?.unsure ?? []).length > 0;
    outcomes.push({
      sketch: sketch.index,
      original: isOne ? (original?.index ?? null) : null,
      outcome: isInDoubt ? 'UNRESOLVED' : outcomeOf(matches, count),
    });
  }
  outcomes.sort((a, b) => a.sketch - b.sketch);
  return { ordered, replaces, goneAt, leftOut, outcomes };
}

function isAbout(one: FilingSketch, sketch: FilingSketch): boolean {
  const isSame = one.form === sketch.form && one.issuer === sketch.issuer;
  return isSame && one.owners.some((owner) => sketch.owners.includes(owner));
}

/** §6: filed on the day named; else the nearest of the same period; else what stands in for it. */
function candidatesOf(
  sketch: FilingSketch,
  fitting: readonly FilingSketch[],
  standIns: ReadonlySet<FilingSketch>,
  standing: ReadonlyMap<FilingSketch, readonly Numbered[]>,
): readonly FilingSketch[] {
  const originals = fitting.filter(({ isAmendment }) => !isAmendment);
  const onDate = originals.filter(({ day }) => day === sketch.originalOn);
  if (onDate.length > 0) return onDate;
  const nearest = originals.filter(({ period }) => period === sketch.period).slice(-1);
  if (nearest.length > 0) return nearest;
  const same = fitting.filter(
    (one) =>
      standIns.has(one) &&
      (one.originalOn !== null && sketch.originalOn !== null
        ? one.originalOn === sketch.originalOn
        : one.period === sketch.period),
  );
  const fits = same
    .map((one) => ({ one, ...naiveMatches(standing.get(one) ?? [], numbered(sketch)) }))
    .filter(({ matches, unsure }) => matches.length + unsure.length > 0);
  const owners = (one: FilingSketch) => [...one.owners].sort((a, b) => a - b).join(' ');
  const sameOwners = fits.filter(({ one }) => owners(one) === owners(sketch));
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

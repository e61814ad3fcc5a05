import type { FormType } from '../../parser/index.ts';
import { compareFilings } from '../accounts/index.ts';
import type { AmendmentOutcome } from '../events/index.ts';
import type { AmendableFiling, AmendableLine } from './amended-filing.ts';
import { type LineMatch, matchLines } from './match-lines.ts';

/** What an amendment comes to; without an original it is UNRESOLVED. */
export interface AmendmentDecision {
  readonly amendment: AmendableFiling;
  readonly original: AmendableFiling | null;
  /** Where several filings fit equally, those; else empty. */
  readonly candidates: readonly AmendableFiling[];
  readonly outcome: AmendmentOutcome;
  readonly superseded: readonly LineMatch[];
}

/**
 * Decides every amendment among the filings of one issuer and one base form, in the order in which they
 * became known. A function of the set alone: the order in which the filings came does not matter
 * (docs/domain.md §6).
 */
export function linkAmendments(filings: readonly AmendableFiling[]): AmendmentDecision[] {
  const ordered = [...filings].sort(compareFilings);
  const inForce = new Map<bigint, readonly AmendableLine[]>();
  const decisions: AmendmentDecision[] = [];
  for (const [index, filing] of ordered.entries()) {
    if (!isAmendmentForm(filing.form)) {
      inForce.set(filing.id, filing.lines);
      continue;
    }
    const candidates = findOriginals(filing, ordered.slice(0, index));
    const original = only(candidates);
    if (original === null) {
      const [outcome, superseded] = ['UNRESOLVED' as const, []];
      decisions.push({ amendment: filing, original, candidates, outcome, superseded });
      continue;
    }
    const standing = inForce.get(original.id) ?? [];
    const superseded = matchLines(standing, filing.lines);
    const gone = new Set(superseded.map((match) => match.original));
    inForce.set(original.id, [...standing.filter((line) => !gone.has(line)), ...filing.lines]);
    const outcome = decideOutcome(standing, filing.lines, superseded);
    decisions.push({ amendment: filing, original, candidates: [], outcome, superseded });
  }
  return decisions;
}

/** Whether the form is a 3/A, 4/A or 5/A. */
export function isAmendmentForm(form: FormType): boolean {
  return form.endsWith('_A');
}

/**
 * The original: with at least one same owner and filed on the date of original submission; else the
 * nearest earlier one with the same period of report. None where nothing fits; several where these fit
 * alike.
 */
function findOriginals(
  amendment: AmendableFiling,
  earlier: readonly AmendableFiling[],
): readonly AmendableFiling[] {
  const originals = earlier.filter(
    (filing) =>
      !isAmendmentForm(filing.form) &&
      filing.owners.some((owner) => amendment.owners.includes(owner)),
  );
  const ofPeriod = originals.filter(
    ({ periodOfReport }) => periodOfReport === amendment.periodOfReport,
  );
  const date = amendment.dateOfOriginalSubmission;
  const onDate = date === null ? [] : originals.filter(({ filedOn }) => filedOn.includes(date));
  if (onDate.length === 0) {
    const nearest = ofPeriod.filter(({ knownAt }) => knownAt === ofPeriod.at(-1)?.knownAt);
    return bestFit(amendment, nearest);
  }
  const onBoth = onDate.filter((filing) => ofPeriod.includes(filing));
  return onBoth.length === 1 ? onBoth : bestFit(amendment, onDate);
}

/** Of several, the only one that has the same owners and a line to amend; else all of them. */
function bestFit(
  amendment: AmendableFiling,
  originals: readonly AmendableFiling[],
): readonly AmendableFiling[] {
  const owners = new Set(amendment.owners);
  const fitting = originals.filter(
    (filing) =>
      filing.owners.length === owners.size &&
      filing.owners.every((owner) => owners.has(owner)) &&
      matchLines(filing.lines, amendment.lines).length > 0,
  );
  return fitting.length === 1 ? fitting : originals;
}

function only<T>(items: readonly T[]): T | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

function decideOutcome(
  standing: readonly AmendableLine[],
  amending: readonly AmendableLine[],
  superseded: readonly LineMatch[],
): AmendmentOutcome {
  const changed = superseded.filter(({ unchanged }) => !unchanged).length;
  const added = amending.length - superseded.length;
  if (changed === 0 && added === 0) return 'NOTE_ONLY';
  if (standing.length > 1 && superseded.length === standing.length) return 'RESTATES_ALL';
  return changed > 0 ? 'REPLACES' : 'ADDS';
}

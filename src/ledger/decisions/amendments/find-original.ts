import { type AmendableFiling, type AmendableLine, isAmendmentForm } from './amended-filing.ts';
import { matchLines } from './match-lines.ts';

/** Which filings may be an amendment's original, by what is said of these. */
export interface OriginalFound {
  /** One where it is known; several where these fit alike; none where it is not in the ledger. */
  readonly candidates: readonly AmendableFiling[];
  /** Whether remarks or footnotes name it. */
  readonly isNamed: boolean;
}

/** What earlier filings are to amendments. */
export interface EarlierFilings {
  /**
   * Filings that are no amendments, and amendments that stand in for an original that is missing.
   */
  readonly roots: readonly AmendableFiling[];
  /** Of any earlier filing its root; null where that is not known. */
  readonly rootOf: (filing: AmendableFiling) => AmendableFiling | null;
  /** Every earlier filing. */
  readonly all: readonly AmendableFiling[];
  /** The lines in force of a root. */
  readonly standing: (root: AmendableFiling) => readonly AmendableLine[];
}

/**
 * The original among earlier filings with an owner in common: the one named by its accession
 * number; else one filed on the date of original submission; else the nearest earlier one of the
 * same period of report; else an amendment that stands in for it; else, where it names no date, one
 * with a line that it tells but for one cell. Of several, the owners and the lines decide
 * (docs/domain.md §6).
 */
export function findOriginal(amendment: AmendableFiling, earlier: EarlierFilings): OriginalFound {
  const { all, asAmended } = amendment.named;
  // Without an owner in common it is compared only while a third filing joins the two.
  const named = earlier.all.filter(
    (filing) =>
      filing.accessionNumber !== null &&
      all.includes(filing.accessionNumber) &&
      shareOwner(filing, amendment),
  );
  const byName = [...new Set(named.map(earlier.rootOf))].filter((root) => root !== null);
  if (byName.length === 1) return { candidates: byName, isNamed: true };
  const joined = earlier.roots.filter((root) => shareOwner(root, amendment));
  if (byName.length > 1) {
    const among = joined.filter((root) => byName.includes(root));
    return { candidates: bestFit(amendment, among, earlier), isNamed: false };
  }
  const isMissing = asAmended.length > 0;
  const found = isMissing ? [] : byDate(amendment, joined.filter(isOriginal), earlier);
  if (found.length > 0) return { candidates: found, isNamed: false };
  const standIns = joined.filter((root) => !isOriginal(root) && amendSame(root, amendment));
  if (standIns.length > 0 || isMissing) {
    return { candidates: bestFit(amendment, standIns, earlier), isNamed: false };
  }
  return { candidates: byLine(amendment, joined.filter(isOriginal), earlier), isNamed: false };
}

/** The originals with a line that an amendment without a date of these tells but for one cell. */
function byLine(
  amendment: AmendableFiling,
  originals: readonly AmendableFiling[],
  earlier: EarlierFilings,
): readonly AmendableFiling[] {
  if (amendment.dateOfOriginalSubmission !== null) return [];
  const corrected = originals.filter((filing) =>
    matchLines(earlier.standing(filing), amendment.lines).matches.some(
      ({ original, by, isCertain }) => isCertain && original.amountAfter === by.amountAfter,
    ),
  );
  return bestFit(amendment, corrected, earlier);
}

function isOriginal({ form }: AmendableFiling): boolean {
  return !isAmendmentForm(form);
}

/** Whether two amendments may be of one original. */
function amendSame(a: AmendableFiling, b: AmendableFiling): boolean {
  const [day, other] = [a.dateOfOriginalSubmission, b.dateOfOriginalSubmission];
  if (day !== null && other !== null) return day === other;
  return a.periodOfReport === b.periodOfReport;
}

function byDate(
  amendment: AmendableFiling,
  originals: readonly AmendableFiling[],
  earlier: EarlierFilings,
): readonly AmendableFiling[] {
  const ofPeriod = originals.filter(
    ({ periodOfReport }) => periodOfReport === amendment.periodOfReport,
  );
  const date = amendment.dateOfOriginalSubmission;
  const onDate = date === null ? [] : originals.filter(({ filedOn }) => filedOn.includes(date));
  if (onDate.length === 0) {
    const nearest = ofPeriod.filter(({ knownAt }) => knownAt === ofPeriod.at(-1)?.knownAt);
    return bestFit(amendment, nearest, earlier);
  }
  const onBoth = onDate.filter((filing) => ofPeriod.includes(filing));
  return bestFit(amendment, onBoth.length > 0 ? onBoth : onDate, earlier);
}

/**
 * Of several, those with a line to amend, of these those that have the same owners, and of these
 * the one whose lines differ in the fewest cells; all of them where two fit alike.
 */
function bestFit(
  amendment: AmendableFiling,
  originals: readonly AmendableFiling[],
  earlier: EarlierFilings,
): readonly AmendableFiling[] {
  if (originals.length < 2) return originals;
  const fits = originals.map((filing) => {
    const { matches, doubts, cost } = matchLines(earlier.standing(filing), amendment.lines);
    return { filing, cost, hasLine: matches.length + doubts.length > 0 };
  });
  const fitting = fits.filter(
    ({ filing, hasLine }) => hasLine && haveSameOwners(filing, amendment),
  );
  const among = fitting.length > 0 ? fitting : fits.filter(({ hasLine }) => hasLine);
  const least = Math.min(...among.map(({ cost }) => cost));
  const best = among.filter(({ cost }) => cost === least);
  return best.length === 1 ? best.map(({ filing }) => filing) : originals;
}

function shareOwner(a: AmendableFiling, b: AmendableFiling): boolean {
  return a.owners.some((owner) => b.owners.includes(owner));
}

function haveSameOwners(a: AmendableFiling, b: AmendableFiling): boolean {
  const owners = new Set(b.owners);
  return a.owners.length === owners.size && a.owners.every((owner) => owners.has(owner));
}

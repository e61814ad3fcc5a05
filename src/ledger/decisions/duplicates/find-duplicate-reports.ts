import { compareFilings, type FilingOrder } from '../../../rules/index.ts';
import type { Instant } from '../../../values/index.ts';
import { hasCommonOwner, isDuplicateReport, type TradeReport } from './duplicate-report.ts';

/** One of several lines that agree in every cell, with its place in the order of becoming known. */
export interface PlacedReport extends TradeReport {
  readonly filing: FilingOrder & { readonly id: bigint };
  /** Place in its table, from 1. */
  readonly line: number;
}

/** How long after its first report others may report a trade; its own owners may at any time. */
const MOST_DAYS = 30;
const DAY = 86_400_000;

/**
 * Which of the lines that agree in every cell are duplicate reports, and of which line each: the
 * earliest line that is itself none and became known at most thirty days before, or at any time
 * where one owner reports it twice. Within one filing no two lines repeat the same one, since two
 * equal lines are two trades. What becomes known later changes nothing of what was decided before
 * (docs/domain.md §5).
 */
export function findDuplicateReports(lines: readonly PlacedReport[]): Map<bigint, bigint> {
  const ordered = [...lines].sort((a, b) => compareFilings(a.filing, b.filing) || a.line - b.line);
  const firsts: PlacedReport[] = [];
  const repeats = new Map<bigint, bigint>();
  const taken = new Set<string>();
  for (const line of ordered) {
    const first = firsts.find(
      (candidate) =>
        candidate.filing.id !== line.filing.id &&
        !taken.has(`${line.filing.id} ${candidate.position}`) &&
        isSoonAfter(candidate, line) &&
        isDuplicateReport(candidate, line),
    );
    if (first === undefined) firsts.push(line);
    else {
      repeats.set(line.position, first.position);
      taken.add(`${line.filing.id} ${first.position}`);
    }
  }
  return repeats;
}

function isSoonAfter(first: PlacedReport, line: PlacedReport): boolean {
  return (
    daysBetween(first.filing.knownAt, line.filing.knownAt) <= MOST_DAYS ||
    hasCommonOwner(first, line)
  );
}

function daysBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

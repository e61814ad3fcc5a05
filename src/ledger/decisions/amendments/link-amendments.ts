import { compareFilings } from '../../../rules/index.ts';
import type { AmendmentOutcome, MatchEvidence } from '../../events/index.ts';
import { type AmendableFiling, type AmendableLine, isAmendmentForm } from './amended-filing.ts';
import { findOriginal } from './find-original.ts';
import { type MatchedLines, matchLines } from './match-lines.ts';

/** A line that leaves the balances and sums, and what stands in its place. */
export interface Supersession {
  readonly line: AmendableLine;
  /** Null where the amendment says that nothing is owned. */
  readonly by: AmendableLine | null;
  readonly evidence: MatchEvidence;
  readonly isCertain: boolean;
  /** A line of the amendment itself, left out since the line in force may be the same one. */
  readonly isLeftOut: boolean;
}

/** What an amendment comes to. */
export interface AmendmentDecision {
  readonly amendment: AmendableFiling;
  /** Null where it is not in the ledger, or several fit. */
  readonly original: AmendableFiling | null;
  /** Where it is UNRESOLVED, the filings that fit; else empty. */
  readonly candidates: readonly AmendableFiling[];
  /** The original is not in the ledger, and so the lines count as an original's. */
  readonly isOriginalMissing: boolean;
  readonly outcome: AmendmentOutcome;
  readonly superseded: readonly Supersession[];
}

/**
 * Decides every amendment among the filings of one issuer and one base form, in the order in which
 * they became known. A function of the set alone: the order in which the filings came does not
 * matter (docs/domain.md §6).
 */
export function linkAmendments(filings: readonly AmendableFiling[]): AmendmentDecision[] {
  const links = new Links();
  return [...filings].sort(compareFilings).flatMap((filing) => links.add(filing) ?? []);
}

/** What is in force while amendments are decided one after the other. */
class Links {
  readonly #all: AmendableFiling[] = [];
  readonly #roots: AmendableFiling[] = [];
  readonly #rootOf = new Map<AmendableFiling, AmendableFiling>();
  readonly #standing = new Map<AmendableFiling, AmendableLine[]>();

  /** What a filing comes to; null where it is no amendment. */
  add(filing: AmendableFiling): AmendmentDecision | null {
    const decision = isAmendmentForm(filing.form) ? this.#decide(filing) : null;
    this.#all.push(filing);
    if (decision === null || (decision.isOriginalMissing && decision.original === null)) {
      this.#roots.push(filing);
      this.#rootOf.set(filing, filing);
      this.#standing.set(filing, [...filing.lines]);
    }
    return decision;
  }

  #decide(amendment: AmendableFiling): AmendmentDecision {
    const { candidates, isNamed } = findOriginal(amendment, {
      all: this.#all,
      roots: this.#roots,
      rootOf: (filing) => this.#rootOf.get(filing) ?? null,
      standing: (root) => this.#standing.get(root) ?? [],
    });
    const [original] = candidates;
    if (original === undefined) {
      const nothing = { original: null, candidates, superseded: [] };
      return { amendment, ...nothing, isOriginalMissing: true, outcome: 'UNRESOLVED' };
    }
    if (candidates.length > 1) return this.#leaveOut(amendment, candidates);
    return this.#supersede(amendment, original, isNamed);
  }

  #supersede(
    amendment: AmendableFiling,
    original: AmendableFiling,
    isNamed: boolean,
  ): AmendmentDecision {
    this.#rootOf.set(amendment, original);
    const standing = this.#standing.get(original) ?? [];
    const matched = matchLines(standing, amendment.lines);
    const superseded = amendment.statesNothing
      ? standing.map((line) => supersededByNothing(line, isNamed))
      : [...matched.matches.map((match) => supersededBy(match, isNamed)), ...leftOut([matched])];
    this.#leave(superseded);
    this.#enter(amendment, [original], superseded);
    const isInDoubt = matched.doubts.length > 0;
    return {
      amendment,
      original,
      candidates: isInDoubt ? [original] : [],
      isOriginalMissing: isAmendmentForm(original.form),
      outcome: isInDoubt ? 'UNRESOLVED' : decideOutcome(standing, amendment, matched),
      superseded,
    };
  }

  /** Several originals fit: a line that one of them states is left out, and the others count. */
  #leaveOut(amendment: AmendableFiling, candidates: readonly AmendableFiling[]): AmendmentDecision {
    const fits = candidates.map((one) =>
      matchLines(this.#standing.get(one) ?? [], amendment.lines),
    );
    const superseded = leftOut(fits);
    this.#enter(amendment, candidates, superseded);
    const isOriginalMissing = candidates.every(({ form }) => isAmendmentForm(form));
    return {
      amendment,
      original: null,
      candidates,
      isOriginalMissing,
      outcome: 'UNRESOLVED',
      superseded,
    };
  }

  /** Takes superseded lines out of force, wherever they stand. */
  #leave(superseded: readonly Supersession[]): void {
    const gone = new Set(superseded.map(({ line }) => line));
    for (const [root, lines] of this.#standing) {
      if (lines.some((line) => gone.has(line))) {
        this.#standing.set(
          root,
          lines.filter((line) => !gone.has(line)),
        );
      }
    }
  }

  /** Puts an amendment's lines in force beside those that its original, or each candidate, has. */
  #enter(
    amendment: AmendableFiling,
    roots: readonly AmendableFiling[],
    superseded: readonly Supersession[],
  ): void {
    const out = new Set(superseded.filter(({ isLeftOut }) => isLeftOut).map(({ line }) => line));
    const lines = amendment.lines.filter((line) => !out.has(line));
    for (const root of roots) {
      this.#standing.set(root, [...(this.#standing.get(root) ?? []), ...lines]);
    }
  }
}

function supersededBy(match: MatchedLines['matches'][number], isNamed: boolean): Supersession {
  const { original: line, by, isCertain } = match;
  const evidence = isNamed && match.evidence === 'SAME_KEY' ? 'NAMED' : match.evidence;
  return { line, by, evidence, isCertain, isLeftOut: false };
}

function supersededByNothing(line: AmendableLine, isNamed: boolean): Supersession {
  const evidence = isNamed ? 'NAMED' : 'SAME_KEY';
  return { line, by: null, evidence, isCertain: true, isLeftOut: false };
}

/**
 * The amendment's lines that may be lines in force already, each once, with the first that it fits.
 */
function leftOut(fits: readonly MatchedLines[]): Supersession[] {
  const found = new Map<AmendableLine, Supersession>();
  for (const { matches, doubts } of fits) {
    // Of one original, what matches supersedes; of several, it is left out.
    for (const { original: by, by: line, evidence } of fits.length > 1
      ? [...matches, ...doubts]
      : doubts) {
      if (found.has(line)) continue;
      found.set(line, { line, by, evidence, isCertain: false, isLeftOut: true });
    }
  }
  return [...found.values()];
}

function decideOutcome(
  standing: readonly AmendableLine[],
  { lines, statesNothing }: AmendableFiling,
  { matches }: MatchedLines,
): AmendmentOutcome {
  if (statesNothing) return standing.length > 0 ? 'RESTATES_ALL' : 'NOTE_ONLY';
  const changed = matches.filter(({ unchanged }) => !unchanged).length;
  const added = lines.length - matches.length;
  if (changed === 0 && added === 0) return 'NOTE_ONLY';
  if (standing.length > 1 && matches.length === standing.length) return 'RESTATES_ALL';
  return changed > 0 ? 'REPLACES' : 'ADDS';
}

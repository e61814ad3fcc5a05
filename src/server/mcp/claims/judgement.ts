import type { ClaimedFragment, HeldAccountFragment, ViewedFragment } from '../graphql/index.ts';
import type { FoundIssuer, FoundPerson } from '../naming/index.ts';
import type { Claim, Outcome, Reason } from './claim.ts';

/** A claim whose names are found, and when it is asked. */
export interface AskedClaim extends Omit<Claim, 'person' | 'issuer'> {
  readonly person: FoundPerson | null;
  readonly issuer: FoundIssuer | null;
  /** A title of the security; null for any. */
  readonly security: string | null;
  readonly ownership: 'DIRECT' | 'INDIRECT' | null;
  readonly knownAt: string | null;
}

/** A line that said so, and what has taken its place since. */
export interface AmendedLine {
  readonly line: ClaimedFragment;
  /** Null where an amendment took it out and put no transaction in its place. */
  readonly by: ClaimedFragment | null;
}

/** What a claim turned out to be, and what it rests on. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly viewed: ViewedFragment;
  /** Lines that say what is claimed. */
  readonly evidence: readonly ClaimedFragment[];
  /** Lines that say something else. */
  readonly instead: readonly ClaimedFragment[];
  /** Holdings that say what is claimed, or something else. */
  readonly holdings: readonly HeldAccountFragment[];
  readonly amended: readonly AmendedLine[];
  /** The first and last day of which anything is reported, where that decided. */
  readonly reported: { readonly from: string; readonly to: string } | null;
}

/** A judgement that rests on nothing but its reason. */
export function bare(
  outcome: Outcome,
  reason: Reason,
  viewed: ViewedFragment,
  more: Partial<Judgement> = {},
): Judgement {
  const nothing = { evidence: [], instead: [], holdings: [], amended: [], reported: null };
  return { outcome, reason, viewed, ...nothing, ...more };
}

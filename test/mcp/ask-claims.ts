import type { TestAssistant } from '../support/assistant/assistant.ts';
import type { GeneratedClaim } from './generated-claim.ts';

/** How claims were judged. */
export interface ClaimsReport {
  readonly asked: number;
  readonly right: number;
  /** Confirmed although the documents say otherwise. */
  readonly falselyConfirmed: number;
  readonly largestBytes: number;
  /** Of each kind: how many, and how many right. */
  readonly kinds: Readonly<Record<string, readonly [asked: number, right: number]>>;
  /** The first that were judged wrong, in words. */
  readonly faults: readonly string[];
}

/** Asks an assistant's verify_claim of each claim, and compares with what documents say. */
export async function askClaims(
  { ask }: Pick<TestAssistant, 'ask'>,
  claims: readonly GeneratedClaim[],
): Promise<ClaimsReport> {
  const kinds: Record<string, [number, number]> = {};
  const faults: string[] = [];
  let [right, falselyConfirmed, largestBytes] = [0, 0, 0];
  for (const claim of claims) {
    const { structured, words, isError, bytes } = await ask('verify_claim', claim.args);
    const outcome = isError ? 'refused' : structured.outcome;
    const isAmended = !isError && structured.amendedSince.length > 0;
    const isRight = outcome === claim.expected && isAmended === claim.isAmended;
    const kind = kinds[claim.kind] ?? [0, 0];
    kinds[claim.kind] = [kind[0] + 1, kind[1] + Number(isRight)];
    right += Number(isRight);
    falselyConfirmed += Number(outcome === 'CONFIRMED' && claim.expected !== 'CONFIRMED');
    largestBytes = Math.max(largestBytes, bytes);
    if (!isRight) faults.push(`${JSON.stringify(claim)}\n  ${words.slice(0, 600)}`);
  }
  const asked = claims.length;
  return { asked, right, falselyConfirmed, largestBytes, kinds, faults: faults.slice(0, 20) };
}

import type { BuildProgress } from '../ledger/index.ts';

/** How far a build of the projections is, for people. */
export function describeBuild({ stage, through }: BuildProgress): string {
  if (stage === 'FILINGS') return `${through} events read again`;
  return stage === 'ISSUERS' ? 'looking for trades reported twice' : 'working out accounts';
}

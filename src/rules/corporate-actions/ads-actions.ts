import type { CorporateAction, FiledStatement } from './corporate-action.ts';
import { byDay } from './jumps.ts';
import { wholeRatio } from './share-ratio.ts';

/** What a filing states of how many shares an ADS is. */
export type AdsStatement = FiledStatement & { readonly says: 'RATIO_CHANGE' | 'ADS_RATIO' };

/**
 * Changes of an ADS ratio: where a text says from which to which, or where filings state one and
 * then, and always from there on, another. Effective is the first day of a filing that says so
 * (docs/domain.md §5).
 */
export function adsActions(statements: readonly AdsStatement[]): CorporateAction[] {
  const changes = statements.filter(({ says }) => says === 'RATIO_CHANGE');
  const [stated] = [...changes].sort(byDay);
  if (stated !== undefined) return [changed(stated, changes, stated)];
  const ratios = statements.filter(({ says }) => says === 'ADS_RATIO').sort(byDay);
  const [first] = ratios;
  const last = ratios.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = ratios.findIndex(({ oldShares }) => oldShares === last.oldShares);
  const [before, after] = [ratios.slice(0, from), ratios.slice(from)];
  const isClear =
    before.every(({ oldShares }) => oldShares === first.oldShares) &&
    after.every(({ oldShares }) => oldShares === last.oldShares);
  const ratio = wholeRatio(first.oldShares, last.oldShares);
  const [since] = after;
  if (!isClear || ratio === null || since === undefined || before.length === 0) return [];
  // A filing that states the earlier ratio gives earlier amounts, too.
  const ofBefore = before.slice(-1).map((one): AdsStatement => ({ ...one, side: 'BEFORE' }));
  return [changed({ ...since, ...ratio }, [...ofBefore, ...after], since)];
}

function changed(
  { newShares, oldShares, effectiveOn, on }: FiledStatement,
  statements: readonly FiledStatement[],
  since: FiledStatement,
): CorporateAction {
  return {
    kind: 'RATIO_CHANGE',
    newShares,
    oldShares,
    effectiveOn: on ?? effectiveOn,
    knownAt: since.knownAt,
    isCertain: false,
    statements,
    jumps: [],
  };
}

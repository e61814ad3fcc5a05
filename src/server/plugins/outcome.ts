import { type Exchange, isGone } from '../exchange.ts';
import { type RequestOutcome, unawaited } from '../operators/index.ts';

/** What became of an exchange, once its answer has a status; null where it was not admitted. */
export function outcomeOf(exchange: Exchange, status: number): RequestOutcome | null {
  const { caller, prepared, requestId, codes, from, startedAt } = exchange;
  if (caller === null) return null;
  const answered = {
    requestId,
    operation: prepared?.operation ?? null,
    status,
    codes,
    cost: prepared?.cost ?? 0,
    from,
    ms: performance.now() - startedAt,
  };
  return isGone(exchange) ? unawaited(answered) : answered;
}

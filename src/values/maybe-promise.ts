/**
 * A value, at once or later. Where most answers are at hand, a promise for each of them costs more
 * than the answers do.
 */
export type MaybePromise<Value> = Value | Promise<Value>;

/**
 * What becomes of a value, at once where it is at hand: `await` would cost a promise.
 */
export function andThen<Value, Result>(
  value: MaybePromise<Value>,
  then: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return value instanceof Promise ? value.then(then) : then(value);
}

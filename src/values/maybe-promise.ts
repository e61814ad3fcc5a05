/**
 * A value, at once or later. Where most answers are at hand, a promise for each of them costs more
 * than the answers do.
 */
export type MaybePromise<Value> = Value | Promise<Value>;

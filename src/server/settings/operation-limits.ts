/** How large one operation may be. */
export interface OperationLimits {
  /** Fields beneath one another; those of introspection are bounded by graphql-js itself. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields in all, those of a fragment counted wherever it is spread. */
  readonly fields: number;
  /** Root fields: each is a question of its own. */
  readonly rootFields: number;
  /** Tokens of its document. */
  readonly tokens: number;
  /** Rows it may ask for, by its page sizes (docs/reference/limits.md). */
  readonly cost: number;
}

/** The limits where the configuration sets none. */
export const DEFAULT_LIMITS: OperationLimits = {
  depth: 15,
  aliases: 50,
  directives: 50,
  fields: 1_000,
  rootFields: 50,
  tokens: 4_000,
  cost: 50_000,
};

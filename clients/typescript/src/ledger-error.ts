/** An error of an answer. */
export interface AnsweredError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** What the API refused: the errors of the answer, and their codes. */
export class LedgerError extends Error {
  readonly errors: readonly AnsweredError[];
  readonly codes: readonly (string | undefined)[];

  constructor(errors: readonly AnsweredError[]) {
    super(errors.map(({ message }) => message).join('; '));
    this.name = 'LedgerError';
    this.errors = errors;
    this.codes = errors.map(({ extensions }) => extensions?.code);
  }

  /** Whether the same question may be answered later. */
  get isPassing(): boolean {
    return this.codes.every((code) => code === 'UNAVAILABLE' || code === 'RATE_LIMITED');
  }
}

/** Options that several commands share. */
export interface OutputOptions {
  /** For machines: lines of JSON on standard output. */
  readonly json?: boolean;
}

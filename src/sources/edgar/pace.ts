/** Who says when EDGAR may be asked, for all that ask it together. */
export interface Pace {
  /** Resolves when it is the caller's turn to send one request; rejects where the signal aborts. */
  readonly turn: (signal?: AbortSignal) => Promise<void>;
  /** Nobody gets a turn for so long: EDGAR has said that it is asked too much. */
  readonly hold: (milliseconds: number) => Promise<void>;
}

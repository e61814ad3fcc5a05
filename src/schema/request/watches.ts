import type { Watch, WatchDigest } from '../../desk/index.ts';

/** What somebody asks to be sent, and where to. */
export interface AskedWatch {
  /** The API key whose it is; null for the operator's own. */
  readonly keyId: bigint | null;
  readonly name: string;
  /** A TransactionFilter, as it was given and found to mean something. */
  readonly filter: object;
  readonly to:
    | { readonly url: string }
    | { readonly mail: string; readonly digest: WatchDigest | null };
  /** What comes after it is sent; from the head on where left out. */
  readonly after: bigint | null;
}

/** A watch that was made. */
export interface MadeWatch {
  readonly watch: Watch;
  /** By which a receiver verifies signatures, shown this once; null for mail. */
  readonly secret: string | null;
}

/** What became of a test. */
export interface TestedWatch {
  readonly accepted: boolean;
  /** Why it was not. */
  readonly reason: string | null;
}

/** What makes and tests watches: it seals their addresses, and knows where they may go. */
export interface Watches {
  /**
   * Incorrect where the address is none that may be reached, Busy where there are as many as may
   * be.
   */
  make(asked: AskedWatch): Promise<MadeWatch>;
  /** Sends a word to the address of a watch, once. */
  test(id: bigint): Promise<TestedWatch>;
  /**
   * Pauses the watch whose mail names this ticket, since its receiver wants no more. NotFound where
   * no mail does.
   */
  unsubscribe(ticket: string): Promise<void>;
}

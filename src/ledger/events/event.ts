import type {
  Filing,
  HoldingLine,
  Problem,
  Rendition,
  TransactionLine,
} from '../../parser/index.ts';
import type { Instant } from '../../values/index.ts';

/** Which of the three sources a known-at comes from (docs/domain.md §3). */
export type KnownAtBasis = 'ACCEPTANCE' | 'FILING_DATE' | 'SIGNATURE_DATE';

/** What a filing says, its lines apart, and how it came to the ledger. */
export interface FilingReceived {
  readonly type: 'FILING_RECEIVED';
  readonly payload: {
    readonly filing: Omit<Filing, 'lines'>;
    readonly knownAtBasis: KnownAtBasis;
    /** SHA-256, hex, of the content that every rendition of the filing shares. */
    readonly fingerprint: string;
    /** SHA-256, hex, of the bytes it was parsed from. */
    readonly sourceHash: string;
    readonly rendition: Rendition;
    /** The version of the parser that read them; missing in older events. */
    readonly parser?: number;
    /**
     * Doubts of the reading; missing where there are none, and in older events.
     */
    readonly warnings?: readonly Problem[];
  };
}

/** A transaction line as filed. */
export interface TransactionReported {
  readonly type: 'TRANSACTION_REPORTED';
  readonly payload: TransactionLine;
}

/** A holding line as filed. */
export interface HoldingReported {
  readonly type: 'HOLDING_REPORTED';
  readonly payload: HoldingLine;
}

/** What an amendment comes to (docs/domain.md §6). */
export type AmendmentOutcome = 'ADDS' | 'REPLACES' | 'RESTATES_ALL' | 'NOTE_ONLY' | 'UNRESOLVED';

/** By what a line is matched with the one that takes its place (docs/domain.md §6). */
export type MatchEvidence = 'SAME_KEY' | 'ONE_CELL' | 'TWO_CELLS' | 'NAMED';

/**
 * A line that leaves balances and sums, and what stands in its place; positions are decimal text.
 */
export interface SupersededLine {
  readonly line: string;
  /** Null where an amendment says that nothing is owned. */
  readonly by: string | null;
  /** Old events have neither: they matched by all keys. */
  readonly evidence?: MatchEvidence;
  readonly certain?: boolean;
  /**
   * True where the line is the amendment's own, and `by` a line in force that may be the same one.
   */
  readonly leftOut?: true;
}

/** What an amendment does to its original; positions are decimal text. */
export interface FilingAmended {
  readonly type: 'FILING_AMENDED';
  readonly payload: {
    /**
     * Position of the original's FilingReceived; where several fit, of the latest of them; where
     * none is in the ledger, the amendment's own.
     */
    readonly original: string;
    /**
     * Where it is UNRESOLVED, the filings that fit, in accounting order; else empty or, in old
     * events, missing.
     */
    readonly candidates?: readonly string[];
    /**
     * Whether the lines count as an original's, since that is not in the ledger; missing in old
     * events.
     */
    readonly originalMissing?: boolean;
    readonly outcome: AmendmentOutcome;
    readonly superseded: readonly SupersededLine[];
  };
}

/** What one document says of a filing, and when that became known (docs/domain.md §2, §3). */
export interface FilingReading {
  readonly filing: Filing;
  readonly knownAt: Instant;
  readonly knownAtBasis: KnownAtBasis;
  /** SHA-256, hex, of the content that every rendition of the filing shares. */
  readonly fingerprint: string;
  /** SHA-256, hex, of the document's bytes. */
  readonly sourceHash: string;
  readonly rendition: Rendition;
  /** The version of the parser that read them; missing in older events. */
  readonly parser?: number;
  /**
   * Doubts of the reading; missing where there are none, and in older events.
   */
  readonly warnings?: readonly Problem[];
}

/**
 * Who a provisional person or issuer is: somebody known by CIK, or itself again where two fit. Of a
 * filing: what a richer rendition says (docs/domain.md §2).
 */
export interface IdentityResolved {
  readonly type: 'IDENTITY_RESOLVED';
  readonly payload: {
    readonly subject: 'person' | 'issuer' | 'filing';
    /** A person's or issuer's id as decimal text; a filing's stream. */
    readonly from: string;
    /** Likewise; a filing's accession number, its stream while that is unknown. */
    readonly to: string;
    readonly evidence: string;
    /**
     * Of a filing: all that the document tells. The first events of this kind have the number
     * alone.
     */
    readonly told?: FilingReading;
    /**
     * Where it settles a conflict, and alone counts: the lines as in FilingReread
     * (docs/domain.md §2).
     */
    readonly lines?: readonly number[];
  };
}

/**
 * What a later version of the parser reads in bytes of a filing, where that is something else.
 * Lines are named by the sequence of their events in the filing's stream (docs/domain.md §4).
 */
export interface FilingReread {
  readonly type: 'FILING_REREAD';
  readonly payload: {
    /** The whole reading; what was read in these bytes before no longer counts. */
    readonly told: FilingReading;
    /** Null where that was not kept. */
    readonly previousParser: number | null;
    /** The lines that the filing has now, in the order of what is known of it. */
    readonly lines: readonly number[];
    readonly replaced: readonly { readonly line: number; readonly by: number }[];
    readonly added: readonly number[];
    readonly takenBack: readonly number[];
  };
}

/** What happened, before it has a place in the ledger. */
export type EventBody =
  | FilingReceived
  | TransactionReported
  | HoldingReported
  | FilingAmended
  | IdentityResolved
  | FilingReread;

/** An event's place in the ledger and its seal. */
export interface Envelope {
  readonly position: bigint;
  /** One stream is one filing. */
  readonly stream: string;
  /** Place within the stream, from 0. */
  readonly sequence: number;
  /** Position of the stream's FilingReceived. */
  readonly filingId: bigint;
  readonly knownAt: Instant;
  readonly recordedAt: Instant;
  /** Null for the first event alone. */
  readonly previousHash: Buffer | null;
  readonly hash: Buffer;
}

/** An immutable entry of the ledger. */
export type LedgerEvent = Envelope & EventBody;

/** The six types of event (docs/domain.md §4). */
export type LedgerEventType = EventBody['type'];

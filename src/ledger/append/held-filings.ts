import { type LookUp, lookUp, type Queryable } from '../../database/index.ts';
import type { Rendition } from '../../parser/index.ts';
import type { Instant } from '../../values/index.ts';
import { conflicts } from '../decisions/index.ts';
import type { FilingReading } from '../events/index.ts';

/** What a filing is recognised by. */
export interface Recognisable {
  readonly stream: string;
  readonly reading: Pick<
    FilingReading,
    'fingerprint' | 'rendition' | 'sourceHash' | 'knownAt' | 'knownAtBasis'
  > & {
    readonly filing: Pick<FilingReading['filing'], 'accessionNumber' | 'filedOn'>;
  };
}

/** A filing that the ledger holds, by what is known of it. */
export interface HeldFiling {
  readonly id: bigint;
  readonly stream: string;
  readonly fingerprint: string;
  /** Whether its accession number is known. */
  readonly isNumbered: boolean;
  /** Whether its filing date is known. */
  readonly isDated: boolean;
  /** The rendition that its content is of. */
  readonly rendition: Rendition;
  readonly sourceHash: string;
  /** When EDGAR accepted it; null where that is not known. */
  readonly acceptedAt: Instant | null;
}

/** The filing held that a document is of. */
export interface FoundFiling {
  readonly held: HeldFiling;
  /** Whether the document has other content. */
  readonly isConflict: boolean;
}

/** The filings held, by what they can be recognised by (docs/domain.md §2). */
export class HeldFilings {
  readonly #byStream = new Map<string, HeldFiling>();
  readonly #byFingerprint = new Map<string, HeldFiling[]>();
  readonly #bySource = new Map<string, HeldFiling>();
  readonly #fingerprints = new Map<bigint, string>();

  /** The filing that this one is, and whether it has other content; null where it is new. */
  find({ stream, reading }: Recognisable): FoundFiling | null {
    const { fingerprint, filing, sourceHash } = reading;
    const same = this.#byStream.get(stream);
    if (same !== undefined) return { held: same, isConflict: conflicts(same, reading) };
    const alike = this.#byFingerprint.get(fingerprint) ?? [];
    const match =
      filing.accessionNumber === null ? alike[0] : alike.find(({ isNumbered }) => !isNumbered);
    if (match !== undefined) return { held: match, isConflict: false };
    // The same bytes, which another parser read otherwise.
    const read = this.#bySource.get(sourceHash);
    return read === undefined ? null : { held: read, isConflict: true };
  }

  /** Holds one more, or the same with more known of it. */
  add(known: Recognisable, id: bigint): void {
    const { stream, reading } = known;
    const { fingerprint, filing, rendition, sourceHash } = reading;
    const acceptedAt = acceptanceOf(reading);
    const isNumbered = filing.accessionNumber !== null;
    const isDated = filing.filedOn !== null;
    const merged = { fingerprint, rendition, sourceHash, acceptedAt };
    const held = { id, stream, isNumbered, isDated, ...merged };
    this.#byStream.set(stream, held);
    if (filing.accessionNumber !== null) {
      this.#byStream.set(`filing-${filing.accessionNumber}`, held);
    }
    // A filing that has learned its number is met by that alone: its bytes may be those of another.
    if (!isNumbered) this.#bySource.set(sourceHash, held);
    else if (this.#bySource.get(sourceHash)?.id === id) this.#bySource.delete(sourceHash);
    const before = this.#fingerprints.get(id) ?? fingerprint;
    this.#byFingerprint.set(before, this.#alike(before, id));
    this.#byFingerprint.set(fingerprint, [...this.#alike(fingerprint, id), held]);
    this.#fingerprints.set(id, fingerprint);
  }

  #alike(fingerprint: string, other: bigint): HeldFiling[] {
    return (this.#byFingerprint.get(fingerprint) ?? []).filter(({ id }) => id !== other);
  }
}

/** Whether a document is, byte for byte, one of which all that it can tell is known. */
export function isMetAgain(held: HeldFiling, { reading }: Recognisable): boolean {
  const { sourceHash, filing } = reading;
  const acceptedAt = acceptanceOf(reading);
  return (
    held.sourceHash === sourceHash &&
    (held.isNumbered || filing.accessionNumber === null) &&
    (held.isDated || filing.filedOn === null) &&
    // Of two acceptance times the earlier counts, whichever came first.
    (acceptedAt === null || (held.acceptedAt !== null && held.acceptedAt <= acceptedAt))
  );
}

function acceptanceOf({ knownAt, knownAtBasis }: Recognisable['reading']): Instant | null {
  return knownAtBasis === 'ACCEPTANCE' ? knownAt : null;
}

/** Looks up the filings that could be one of these. */
export function heldLookUp(candidates: readonly Recognisable[]): LookUp {
  return {
    // Each key is looked up in an index of its own: with OR the planner may read the table instead.
    text: `WITH met AS (
       SELECT f.id FROM unnest($1::text[]) AS k (stream) JOIN filing f USING (stream)
       UNION
       SELECT f.id FROM unnest($2::bytea[]) AS k (fingerprint) JOIN filing f USING (fingerprint)
       UNION
       SELECT f.id FROM unnest($3::text[]) AS k (number) JOIN filing f ON f.accession_number = k.number
       UNION
       SELECT f.id FROM unnest($4::bytea[]) AS k (hash) JOIN filing f ON f.source_hash = k.hash
       WHERE f.accession_number IS NULL
     )
     SELECT id, stream, encode(fingerprint, 'hex') AS fingerprint,
       accession_number AS "accessionNumber", filed_on AS "filedOn", rendition,
       encode(source_hash, 'hex') AS "sourceHash", known_at AS "knownAt",
       known_at_basis AS "knownAtBasis"
     FROM met JOIN filing USING (id)
     ORDER BY known_at, order_key`,
    values: [
      candidates.map(({ stream }) => stream),
      candidates.map(({ reading }) => Buffer.from(reading.fingerprint, 'hex')),
      candidates.map(({ reading }) => reading.filing.accessionNumber),
      candidates.map(({ reading }) => Buffer.from(reading.sourceHash, 'hex')),
    ],
    columns: `id bigint, stream text, fingerprint text, accessionNumber text, filedOn date,
      rendition text, sourceHash text, knownAt timestamptz, knownAtBasis text`,
  };
}

/** The filings in the ledger that could be one of these. */
export async function readHeldFilings(
  db: Queryable,
  candidates: readonly Recognisable[],
): Promise<HeldFilings> {
  const held = new HeldFilings();
  for (const row of await lookUp<HeldRow>(db, heldLookUp(candidates))) {
    const { id, stream, accessionNumber, filedOn, ...reading } = row;
    held.add({ stream, reading: { ...reading, filing: { accessionNumber, filedOn } } }, id);
  }
  return held;
}

type HeldRow = Omit<Recognisable['reading'], 'filing'> &
  Recognisable['reading']['filing'] & { readonly id: bigint; readonly stream: string };

import type { Rendition } from '../parser/index.ts';
import type { Queryable } from './database/index.ts';
import type { ReceivedFiling } from './decisions/index.ts';

/** What a filing is recognised by. */
export interface Recognisable {
  readonly stream: string;
  readonly fingerprint: string;
  readonly filing: Pick<ReceivedFiling['filing'], 'accessionNumber'>;
  readonly rendition: Rendition;
}

/** A filing that the ledger holds. */
export interface HeldFiling {
  readonly id: bigint;
  readonly stream: string;
  readonly fingerprint: string;
  /** Whether its accession number is known. */
  readonly isNumbered: boolean;
  readonly rendition: Rendition;
}

/** Data sets round amounts and cut texts: their content decides nothing where the numbers are equal. */
const ROUNDED: Rendition = 'data-set';

/** The filings held, by what they can be recognised by (docs/domain.md §2). */
export class HeldFilings {
  readonly #byStream = new Map<string, HeldFiling>();
  readonly #byFingerprint = new Map<string, HeldFiling[]>();

  /** The filing that this one is, "conflict" where its number has other content, null where it is new. */
  find({ stream, fingerprint, filing, rendition }: Recognisable): HeldFiling | 'conflict' | null {
    const same = this.#byStream.get(stream);
    if (same !== undefined) {
      const isRounded = rendition === ROUNDED || same.rendition === ROUNDED;
      return isRounded || same.fingerprint === fingerprint ? same : 'conflict';
    }
    const alike = this.#byFingerprint.get(fingerprint) ?? [];
    const match =
      filing.accessionNumber === null ? alike[0] : alike.find(({ isNumbered }) => !isNumbered);
    return match ?? null;
  }

  /** Holds one more. */
  add({ stream, fingerprint, filing, rendition }: Recognisable, id: bigint): void {
    const isNumbered = filing.accessionNumber !== null;
    const held = { id, stream, fingerprint, isNumbered, rendition };
    this.#byStream.set(stream, held);
    if (filing.accessionNumber !== null) {
      this.#byStream.set(`filing-${filing.accessionNumber}`, held);
    }
    const alike = this.#byFingerprint.get(fingerprint) ?? [];
    this.#byFingerprint.set(fingerprint, [...alike.filter((other) => other.id !== id), held]);
  }
}

/** The filings in the ledger that could be one of these. */
export async function readHeldFilings(
  db: Queryable,
  candidates: readonly Recognisable[],
): Promise<HeldFilings> {
  const { rows } = await db.query<
    { id: bigint } & Omit<Recognisable, 'filing'> & Recognisable['filing']
  >(
    `SELECT f.id, f.stream, encode(fingerprint, 'hex') AS fingerprint,
       accession_number AS "accessionNumber", received.payload->>'rendition' AS rendition
     FROM filing f JOIN ledger_event received ON received.position = f.id
     WHERE f.stream = ANY($1) OR fingerprint = ANY($2) OR accession_number = ANY($3)
     ORDER BY f.known_at, f.stream`,
    [
      candidates.map(({ stream }) => stream),
      candidates.map(({ fingerprint }) => Buffer.from(fingerprint, 'hex')),
      candidates.map(({ filing }) => filing.accessionNumber),
    ],
  );
  const held = new HeldFilings();
  for (const { id, stream, fingerprint, accessionNumber, rendition } of rows) {
    held.add({ stream, fingerprint, filing: { accessionNumber }, rendition }, id);
  }
  return held;
}

import type { Queryable, Row } from '../../database/index.ts';
import { groupBy } from '../../values/index.ts';
import type { FilingRow, OwnerRow } from './filing-rows.ts';
import type { LineRow } from './line-rows.ts';

/** A filing by its rows: all that the rules read of it. */
export interface FilingRows {
  readonly filing: FilingRow;
  readonly owners: readonly OwnerRow[];
  /** Those in force and those that are not. */
  readonly lines: readonly LineRow[];
  /** Ids that it gave before; of a filing that is stored they are not read. */
  readonly former: readonly Row[];
}

/**
 * The filings whose rows some events change, as they are stored and as they become. Nothing is
 * written before all is decided, so whoever asks what else there is leaves these out of what is
 * stored and adds them as they become.
 */
export class ChangedFilings {
  readonly #db: Queryable;
  readonly #stored = new Map<bigint, FilingRows>();
  readonly #now = new Map<bigint, FilingRows>();
  readonly #made = new Set<bigint>();
  readonly #left = new Set<bigint>();
  /** Where provisional ids lead now, and the event that says so; to themselves again, too. */
  readonly resolved = new Map<bigint, { readonly to: bigint; readonly position: bigint }>();

  constructor(db: Queryable) {
    this.#db = db;
  }

  /** Those that change; new ones too. */
  get ids(): bigint[] {
    return [...this.#now.keys()];
  }

  /** As they are stored; those that are new are not. */
  get before(): FilingRows[] {
    return this.ids.flatMap((id) => this.#stored.get(id) ?? []);
  }

  /** As they become. */
  get after(): FilingRows[] {
    return [...this.#now.values()];
  }

  /** Both: whatever they are about, or were. */
  get both(): FilingRows[] {
    return [...this.before, ...this.after];
  }

  /** People whose accounts and relationships are worked out later. */
  get left(): ReadonlySet<bigint> {
    return this.#left;
  }

  /** As they are stored and as they become, with those of their owners alone who are not left. */
  get now(): { readonly before: FilingRows[]; readonly after: FilingRows[] } {
    return { before: this.#withoutLeft(this.before), after: this.#withoutLeft(this.after) };
  }

  #withoutLeft(filings: FilingRows[]): FilingRows[] {
    if (this.#left.size === 0) return filings;
    return filings.map((rows) => ({
      ...rows,
      owners: rows.owners.filter((owner) => !this.#left.has(owner.person_id)),
    }));
  }

  /** Leaves people's accounts and relationships as they are. */
  leave(people: readonly bigint[]): void {
    for (const person of people) this.#left.add(person);
  }

  /** As it becomes; undefined where it does not change. */
  get(id: bigint): FilingRows | undefined {
    return this.#now.get(id);
  }

  stored(id: bigint): FilingRows | undefined {
    return this.#stored.get(id);
  }

  /** Whether all of its rows are made anew, and not just some of their cells. */
  isMade(id: bigint): boolean {
    return this.#made.has(id);
  }

  /** Any filings as they are by now, each read once. */
  async read(ids: readonly bigint[]): Promise<FilingRows[]> {
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => !this.#now.has(id) && !this.#stored.has(id));
    for (const rows of await readFilingRows(this.#db, missing)) {
      this.#stored.set(rows.filing.id, rows);
    }
    return wanted.flatMap((id) => this.#now.get(id) ?? this.#stored.get(id) ?? []);
  }

  /** Takes the rows that a filing's documents give now. */
  make(rows: FilingRows): void {
    this.#made.add(rows.filing.id);
    this.#now.set(rows.filing.id, rows);
  }

  /** Takes other cells of a filing that was read. */
  change(rows: FilingRows): void {
    this.#now.set(rows.filing.id, rows);
  }
}

async function readFilingRows(db: Queryable, ids: readonly bigint[]): Promise<FilingRows[]> {
  if (ids.length === 0) return [];
  const filings = await db.query<FilingRow>('SELECT * FROM filing WHERE id = ANY($1)', [ids]);
  const owners = await db.query<OwnerRow>(
    'SELECT * FROM filing_owner WHERE filing_id = ANY($1) ORDER BY filing_id, ordinal',
    [ids],
  );
  const lines = await db.query<LineRow>(
    `SELECT l.*, to_jsonb(l.flags) AS flags FROM reported_line l WHERE filing_id = ANY($1)
       ORDER BY filing_id, position`,
    [ids],
  );
  const ownersOf = groupBy(owners.rows, ({ filing_id }) => filing_id);
  const linesOf = groupBy(lines.rows, ({ filing_id }) => filing_id);
  return filings.rows.map((filing) => ({
    filing,
    owners: ownersOf.get(filing.id) ?? [],
    lines: linesOf.get(filing.id) ?? [],
    former: [],
  }));
}

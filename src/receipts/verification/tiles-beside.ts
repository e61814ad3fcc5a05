import { hash } from 'node:crypto';
import type { Queryable } from '../../database/index.ts';
import { leafHash, TILE } from '../merkle/index.ts';

/** Compares the leaves of events, in their order, with those of the stored tiles. */
export class TilesBeside {
  /** A digest a tile: the leaves of millions of events would not be kept in memory. */
  readonly #digests: Buffer[] = [];
  #leaves: Buffer[] = [];

  constructor(private readonly db: Queryable) {}

  /** Takes the leaf hash of the next event. */
  add(leaf: Buffer): void {
    this.#leaves.push(leaf);
    if (this.#leaves.length < TILE) return;
    this.#digests.push(hash('sha256', Buffer.concat(this.#leaves), 'buffer'));
    this.#leaves = [];
  }

  /**
   * The position of the first event that is another than the one that the ledger's own tree was
   * made of; null where the tree shows none.
   */
  async firstRewritten(): Promise<bigint | null> {
    for (let start = 0; start < this.#digests.length; start += TILE) {
      const { rows } = await this.db.query<{ number: bigint; digest: Buffer }>(
        `SELECT number, sha256(leaves) AS digest FROM merkle_tile
         WHERE level = 0 AND number >= $1 AND number < $2 ORDER BY number`,
        [start, start + TILE],
      );
      for (const { number, digest } of rows) {
        if (this.#digests[Number(number)]?.equals(digest) === false) return this.#within(number);
      }
    }
    return null;
  }

  async #within(tile: bigint): Promise<bigint | null> {
    const { rows } = await this.db.query<{ position: bigint; hash: Buffer; leaf: Buffer }>(
      `SELECT e.position, e.hash,
         substr(t.leaves, ((e.position - 1) % ${TILE})::integer * 32 + 1, 32) AS leaf
       FROM merkle_tile t JOIN ledger_event e
         ON e.position > t.number * ${TILE} AND e.position <= (t.number + 1) * ${TILE}
       WHERE t.level = 0 AND t.number = $1 ORDER BY e.position`,
      [tile],
    );
    return rows.find(({ hash: own, leaf }) => !leafHash(own).equals(leaf))?.position ?? null;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../database/index.ts';
import { Anomaly, type MaybePromise } from '../../values/index.ts';
import { type ReadDatabase, ReadNode } from './read-node.ts';

/** What queries are answered from. */
export interface ReadNodesOptions {
  readonly primary: ReadDatabase;
  /** Each opens a standby's database; again, where the connections to it were given up. */
  readonly standbys?: readonly (() => Database)[];
  /** Called as a standby is left out, with the cause, and as it comes back, with null. */
  readonly changed?: (name: string, cause: unknown) => void;
  /** Called with a database that is given up. */
  readonly gaveUp?: (database: ReadDatabase) => void;
}

/** How often standbys are asked how far they are. */
const LOOK_EVERY_MS = 250;
/** Who wants a position waits so long for it. */
const LONGEST_WAIT_MS = 1_000;
const WAIT_EVERY_MS = 15;

/** A standby, and whether it is asked now. */
interface Standby {
  readonly node: ReadNode;
  readonly open: () => Database;
  opened: Database;
  isUp: boolean;
  /** Rejected as it is left out: for what is under way there. */
  out: Promise<never>;
  leave: (cause: unknown) => void;
}

/**
 * The primary and its streaming standbys. Queries are answered by standbys in turn, where there are
 * any that answer, else by the primary.
 */
export class ReadNodes {
  readonly primary: ReadNode;
  readonly #standbys: readonly Standby[];
  readonly #changed: (name: string, cause: unknown) => void;
  readonly #gaveUp: (database: ReadDatabase) => void;
  readonly #looks: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor({ primary, standbys = [], changed, gaveUp }: ReadNodesOptions) {
    this.primary = new ReadNode('primary', primary, true);
    this.#changed = changed ?? ignore;
    this.#gaveUp = gaveUp ?? ignore;
    this.#standbys = standbys.map((open, index) => {
      const opened = open();
      const node = new ReadNode(`standby ${index + 1}`, opened, false);
      // Out until it has said how far it is.
      return { node, open, opened, isUp: false, ...untilLeft() };
    });
    if (this.#standbys.length === 0) return;
    this.#looks = setInterval(() => this.#lookAtAll(), LOOK_EVERY_MS);
    this.#looks.unref();
    this.#lookAtAll();
  }

  /** Each standby by its name, and whether it answers. */
  get standbys(): readonly { readonly node: ReadNode; readonly isUp: boolean }[] {
    return this.#standbys;
  }

  /**
   * The node to answer from: one that has a position, where one is wanted. Rejects as Unavailable
   * where none has it within a second.
   */
  choose(wanted: bigint | null): MaybePromise<ReadNode> {
    const up = this.#standbys.filter(({ isUp }) => isUp).map(({ node }) => node);
    const usable = wanted === null ? up : up.filter((node) => has(node, wanted));
    const next = usable[this.#turn++ % Math.max(usable.length, 1)];
    if (next !== undefined) return next;
    return wanted === null ? this.primary : this.#await(wanted);
  }

  /** The primary is on another timeline now, and perhaps another server. */
  move(timeline: number): void {
    for (const node of [this.primary, ...this.#standbys.map(({ node }) => node)]) {
      node.move(timeline);
    }
  }

  /** Rejects as a standby is left out; never, for the primary. */
  lost(node: ReadNode): Promise<never> | null {
    return this.#standbys.find((one) => one.node === node)?.out ?? null;
  }

  /** Ends the connections to the standbys. */
  async close(): Promise<void> {
    clearInterval(this.#looks);
    await Promise.all(this.#standbys.map(({ opened }) => opened.close()));
  }

  async #await(wanted: bigint): Promise<ReadNode> {
    const until = performance.now() + LONGEST_WAIT_MS;
    for (;;) {
      const nodes = this.#standbys.filter(({ isUp }) => isUp).map(({ node }) => node);
      // The primary has what standbys wait for.
      const asked = nodes.length === 0 ? [this.primary] : nodes;
      await Promise.all(asked.map((node) => node.look().catch(() => undefined)));
      const found = asked.find((node) => has(node, wanted));
      if (found !== undefined) return found;
      if (performance.now() > until) break;
      await sleep(WAIT_EVERY_MS);
    }
    await this.primary.look();
    if (has(this.primary, wanted)) return this.primary;
    throw new Anomaly(
      'Unavailable',
      `The ledger is at position ${this.primary.position ?? 0n}, before ${wanted}: ask again.`,
    );
  }

  #lookAtAll(): void {
    for (const standby of this.#standbys) {
      standby.node.look().then(
        () => this.#comeBack(standby),
        (cause: unknown) => this.#leave(standby, cause),
      );
    }
  }

  #comeBack(standby: Standby): void {
    if (standby.isUp) return;
    standby.isUp = true;
    this.#changed(standby.node.name, null);
  }

  /** Leaves a standby out until it answers again: what is under way there is given up. */
  #leave(standby: Standby, cause: unknown): void {
    if (!standby.isUp) return;
    const { opened, leave, node } = standby;
    standby.isUp = false;
    this.#changed(node.name, cause);
    leave(cause);
    Object.assign(standby, untilLeft(), { opened: standby.open() });
    node.replace(standby.opened);
    // Its connections may hang for as long as its machine does.
    opened.close().catch(ignore);
    this.#gaveUp(opened);
  }
}

function has({ position }: ReadNode, wanted: bigint): boolean {
  return position !== null && position >= wanted;
}

function ignore(): void {
  // Nobody wants to know.
}

function untilLeft(): Pick<Standby, 'out' | 'leave'> {
  let leave: Standby['leave'] = () => undefined;
  const out = new Promise<never>((_, reject) => {
    leave = reject;
  });
  out.catch(() => undefined);
  return { out, leave };
}

import type { Queryable } from '../../database/index.ts';
import {
  checkpointKeys,
  isSignedBy,
  parseNote,
  type ReadNote,
  storedNotes,
} from '../checkpoints/index.ts';
import { Frontier } from '../merkle/index.ts';
import { TilesBeside } from './tiles-beside.ts';

/** A checkpoint that the ledger does not keep to, or that cannot be relied on. */
export interface CheckpointFault {
  /** The first event that is known to be another, or missing; null where none can be named. */
  readonly position: bigint | null;
  readonly message: string;
}

/** What was kept elsewhere: notes, and the keys they are trusted by where those are given. */
export interface KeptElsewhere {
  readonly notes: readonly string[];
  /** Public keys of 32 bytes; those that the ledger lists where null. */
  readonly trusted: readonly Buffer[] | null;
}

/**
 * Holds a ledger to signed checkpoints that were kept elsewhere, while its events are walked
 * through. Where it was rewritten since, whatever its hashes say, this tells from where: by its own
 * tree where that was left as it was, else between two checkpoints.
 */
export class HeldCheckpoints {
  readonly #tree = new Frontier();
  readonly #beside: TilesBeside;
  /** By the number of events covered: what was signed, and what the ledger gives. */
  readonly #roots = new Map<number, Buffer | null>();

  private constructor(
    db: Queryable,
    private readonly held: readonly ReadNote[],
    private readonly signed: readonly ReadNote[],
    private readonly refused: readonly CheckpointFault[],
  ) {
    this.#beside = new TilesBeside(db);
    for (const { position } of [...held, ...signed]) this.#roots.set(Number(position), null);
  }

  /** Reads what is to be held to. What is no note, or not signed by a trusted key, is a fault. */
  static async open(db: Queryable, { notes, trusted }: KeptElsewhere): Promise<HeldCheckpoints> {
    const keys = trusted ?? (await checkpointKeys(db)).map(({ publicKey }) => publicKey);
    const refused: CheckpointFault[] = [];
    const held: ReadNote[] = [];
    for (const text of notes) {
      const read = parseNote(text);
      if (read === null) refused.push(fault(null, 'what is given is no checkpoint of a ledger'));
      else if (keys.some((key) => isSignedBy(read, key))) held.push(read);
      else refused.push(fault(null, untrusted(read, trusted !== null)));
    }
    const stored = (await storedNotes(db)).flatMap((note) => parseNote(note) ?? []);
    const signed = stored.filter((read) => keys.some((key) => isSignedBy(read, key)));
    return new HeldCheckpoints(db, held, signed, refused);
  }

  /** Takes the hash of the next event. */
  readonly add = (hash: Buffer): void => {
    this.#beside.add(this.#tree.add(hash));
    if (this.#roots.has(this.#tree.size)) this.#roots.set(this.#tree.size, this.#tree.root());
  };

  /** What the ledger does not keep to, when all events were taken. */
  async faults(): Promise<CheckpointFault[]> {
    const events = this.#tree.size;
    const broken = this.held.filter((read) => !this.#holds(read));
    const cut = broken.filter(({ position }) => position > events);
    const changed = broken.filter(({ position }) => position <= events);
    const faults = [...this.refused];
    if (cut.length > 0) faults.push(this.#cutFault(cut));
    if (changed.length > 0) {
      faults.push(this.#rewrittenFault(changed, await this.#beside.firstRewritten()));
    }
    return faults;
  }

  #holds({ position, rootHash }: ReadNote): boolean {
    return this.#roots.get(Number(position))?.equals(rootHash) ?? false;
  }

  #cutFault(cut: readonly ReadNote[]): CheckpointFault {
    const events = this.#tree.size;
    const most = cut.reduce((a, b) => (a.position > b.position ? a : b));
    return fault(
      BigInt(events + 1),
      `missing: the checkpoint of ${most.issuedAt} covers ${most.position} events, and there are ${events}`,
    );
  }

  #rewrittenFault(changed: readonly ReadNote[], rewritten: bigint | null): CheckpointFault {
    const all = [...this.held, ...this.signed];
    const first = changed.reduce((a, b) => (a.position < b.position ? a : b));
    const least = all
      .filter((read) => read.position <= this.#tree.size && !this.#holds(read))
      .reduce((a, b) => (a.position < b.position ? a : b), first);
    const good = all
      .filter((read) => read.position < least.position && this.#holds(read))
      .reduce((most, { position }) => (position > most ? position : most), 0n);
    const since = `since the checkpoint of ${first.issuedAt}, which covers ${first.position} events`;
    if (rewritten !== null && rewritten > good && rewritten <= least.position) {
      return fault(rewritten, `rewritten ${since}: its hash is not the one that was signed`);
    }
    return fault(
      good + 1n,
      `rewritten ${since}: some event from ${good + 1n} to ${least.position} is not the one that was signed`,
    );
  }
}

function fault(position: bigint | null, message: string): CheckpointFault {
  return { position, message };
}

function untrusted({ position, signatures }: ReadNote, areGiven: boolean): string {
  const ids = signatures.map(({ keyId }) => keyId).join(', ');
  const by = areGiven ? 'by none of the keys given' : 'by no key that this ledger lists';
  return `the checkpoint of ${position} events, of key ${ids}, is signed ${by}`;
}

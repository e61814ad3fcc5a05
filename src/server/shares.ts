import { Anomaly } from '../values/index.ts';
import type { SharesOf } from './settings/index.ts';

/** What one client, and all of them together, hold of the server: so much, and no more. */
export class Shares {
  readonly #limits: SharesOf;
  readonly #what: string;
  readonly #byClient = new Map<string, number>();
  #taken = 0;

  /** `what` ends the sentences of refusals: "subscriptions open". */
  constructor(limits: SharesOf, what: string) {
    this.#limits = limits;
    this.#what = what;
  }

  /**
   * Takes some and gives what gives it back; a client without a name counts only in all. Busy where
   * there is not so much left.
   */
  take(client: string | undefined, amount = 1): () => void {
    const { inAll, perClient } = this.#limits;
    if (this.#taken + amount > inAll) {
      throw new Anomaly('Busy', `The server has ${inAll} ${this.#what}; try again later.`);
    }
    if (client !== undefined) {
      const held = this.#byClient.get(client) ?? 0;
      if (held + amount > perClient) {
        throw new Anomaly('Busy', `One client may have ${perClient} ${this.#what}.`);
      }
      this.#byClient.set(client, held + amount);
    }
    this.#taken += amount;
    let isHeld = true;
    return () => {
      if (isHeld) this.#giveBack(client, amount);
      isHeld = false;
    };
  }

  #giveBack(client: string | undefined, amount: number): void {
    this.#taken -= amount;
    if (client === undefined) return;
    const held = this.#byClient.get(client) ?? 0;
    if (held > amount) this.#byClient.set(client, held - amount);
    else this.#byClient.delete(client);
  }
}

/** What a share grows by: it is taken in steps, however small the parts are that come. */
const STEP = 65_536;

/** A share that grows little by little. */
export class GrowingShare {
  readonly #take: (amount: number) => () => void;
  #steps: (() => void)[] = [];
  #amount = 0;

  constructor(shares: Shares, client: string) {
    this.#take = (amount) => shares.take(client, amount);
  }

  /** How much it is. */
  get amount(): number {
    return this.#amount;
  }

  /** Adds to it. Busy where there is not so much left. */
  add(amount: number): void {
    this.#amount += amount;
    while (this.#steps.length * STEP < this.#amount - STEP) this.#steps.push(this.#take(STEP));
  }

  /** Gives all of it back; it may grow again. */
  end(): void {
    for (const giveBack of this.#steps) giveBack();
    this.#steps = [];
    this.#amount = 0;
  }
}

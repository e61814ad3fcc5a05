import { Anomaly } from '../../values/index.ts';
import type { SubscriptionLimits } from '../settings/index.ts';

/** Counts open subscriptions, and refuses those beyond the limits. */
export class SubscriptionSlots {
  readonly #limits: SubscriptionLimits;
  readonly #byAddress = new Map<string, number>();
  #taken = 0;

  constructor(limits: SubscriptionLimits) {
    this.#limits = limits;
  }

  /**
   * Takes a slot and gives what gives it back; a client without an address counts only in all. Busy
   * where there is none left.
   */
  take(address: string | undefined): () => void {
    const { inAll, perClient } = this.#limits;
    if (this.#taken >= inAll) {
      throw new Anomaly('Busy', `The server has ${inAll} subscriptions open; try again later.`);
    }
    const client = address ?? null;
    if (client !== null) {
      const held = this.#byAddress.get(client) ?? 0;
      if (held >= perClient) {
        throw new Anomaly('Busy', `One client may have ${perClient} subscriptions open.`);
      }
      this.#byAddress.set(client, held + 1);
    }
    this.#taken += 1;
    return () => this.#giveBack(client);
  }

  #giveBack(client: string | null): void {
    this.#taken -= 1;
    if (client === null) return;
    const held = this.#byAddress.get(client) ?? 0;
    if (held > 1) this.#byAddress.set(client, held - 1);
    else this.#byAddress.delete(client);
  }
}

import { Gauge, type Registry } from 'prom-client';

/** What is known of a relay of events. */
export interface Relaying {
  /** Up to which position the stream has the ledger; null where this process does not relay. */
  readonly position: bigint | null;
}

/** Registers whether this process relays events, and how far the stream is. */
export function registerRelayMetrics(relay: Relaying, registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: 'insider_ledger_relay_up',
    help: 'Whether this process relays events: of several, one does.',
    registers,
    collect() {
      this.set(relay.position === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'insider_ledger_relay_position',
    help: 'Up to which position the stream has the ledger; 0 where this process does not relay.',
    registers,
    collect() {
      this.set(Number(relay.position ?? 0n));
    },
  });
}

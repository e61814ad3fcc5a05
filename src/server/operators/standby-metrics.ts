import { Gauge, type Registry } from 'prom-client';
import type { ReadNodes } from '../read-nodes/index.ts';

/** Registers how each standby is that queries are answered from. */
export function registerStandbyMetrics(
  nodes: Pick<ReadNodes, 'standbys'>,
  registry: Registry,
): void {
  const registers = [registry];
  new Gauge({
    name: 'insider_ledger_standby_up',
    help: 'Whether queries are answered from a standby.',
    labelNames: ['standby'],
    registers,
    collect() {
      for (const { node, isUp } of nodes.standbys) this.set({ standby: node.name }, Number(isUp));
    },
  });
  new Gauge({
    name: 'insider_ledger_standby_position',
    help: 'Up to which position a standby was seen to have the ledger.',
    labelNames: ['standby'],
    registers,
    collect() {
      for (const { node } of nodes.standbys) {
        this.set({ standby: node.name }, Number(node.position ?? 0n));
      }
    },
  });
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../../database/index.ts';
import { ledgerPositions, type Tail } from '../../reads/index.ts';
import { registerEdgarMetrics } from '../edgar-metrics.ts';
import type { ReadNodes } from '../read-nodes/index.ts';
import { registerWatchMetrics } from '../watch-metrics.ts';
import { type Relaying, registerRelayMetrics } from './relay-metrics.ts';
import type { RequestOutcome } from './request-outcome.ts';
import { registerStandbyMetrics } from './standby-metrics.ts';

/** What metrics are taken of. */
export interface MetricsOptions {
  readonly database: Pick<Database, 'pool'>;
  readonly tail: Tail;
  readonly nodes: Pick<ReadNodes, 'standbys'>;
  /** Null where nothing is relayed. */
  readonly relay: Relaying | null;
  /** Names of operations that are counted apart; others count as one. */
  readonly known: ReadonlySet<string>;
  /** Also of the process itself: memory, garbage collection, event loop. */
  readonly process: boolean;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The server's metrics, as Prometheus reads them. docs/guides/operating.md lists them. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #known: ReadonlySet<string>;
  readonly #operations: Counter;
  readonly #errors: Counter;
  readonly #seconds: Histogram;
  readonly #refusedKeys: Counter;

  constructor({ database: { pool }, tail, nodes, relay, known, process }: MetricsOptions) {
    this.#known = known;
    const registers = [this.#registry];
    const prefix = 'insider_ledger_';
    this.#operations = new Counter({
      name: `${prefix}operations_total`,
      help: 'Operations answered, by name, kind and where the answer came from.',
      labelNames: ['operation', 'kind', 'from'],
      registers,
    });
    this.#errors = new Counter({
      name: `${prefix}errors_total`,
      help: 'Errors answered, by the code that clients see.',
      labelNames: ['code'],
      registers,
    });
    this.#seconds = new Histogram({
      name: `${prefix}operation_seconds`,
      help: 'How long operations took, from the whole request to the whole answer.',
      labelNames: ['operation', 'kind'],
      buckets: SECONDS,
      registers,
    });
    this.#refusedKeys = new Counter({
      name: `${prefix}refused_keys_total`,
      help: 'Requests whose API key was none of the ledger, expired, revoked or missing.',
      registers,
    });
    new Gauge({
      name: `${prefix}position`,
      help: 'Of the newest event in the ledger, and of the last that the projections hold.',
      labelNames: ['of'],
      registers,
      async collect() {
        const { head, projectedTo } = await ledgerPositions(pool);
        this.set({ of: 'head' }, Number(head));
        this.set({ of: 'projections' }, Number(projectedTo));
      },
    });
    new Gauge({
      name: `${prefix}projection_lag_events`,
      help: 'Events that the projections do not hold yet.',
      registers,
      async collect() {
        const { head, projectedTo } = await ledgerPositions(pool);
        this.set(Number(head - projectedTo));
      },
    });
    new Gauge({
      name: `${prefix}subscribers`,
      help: 'Open subscriptions of this process.',
      registers,
      collect() {
        this.set(tail.followers);
      },
    });
    new Gauge({
      name: `${prefix}pool_connections`,
      help: 'Connections to the database, and requests that wait for one.',
      labelNames: ['state'],
      registers,
      collect() {
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'awaited' }, pool.waitingCount);
      },
    });
    registerStandbyMetrics(nodes, this.#registry);
    if (relay !== null) registerRelayMetrics(relay, this.#registry);
    registerEdgarMetrics({ pool }, this.#registry);
    registerWatchMetrics({ pool }, this.#registry);
    if (process) collectDefaultMetrics({ register: this.#registry });
  }

  /** Counts an answer. */
  answered({ operation, codes, from, ms }: RequestOutcome): void {
    for (const code of codes) this.#errors.inc({ code });
    const kind = operation?.kind ?? 'none';
    const given = operation?.name ?? '';
    const name = given === '' || this.#known.has(given) ? given : 'other';
    this.#operations.inc({ operation: name, kind, from });
    this.#seconds.observe({ operation: name, kind }, ms / 1_000);
  }

  /** Counts a request that was refused before it was known what it asks. */
  refused(code: string): void {
    this.#errors.inc({ code });
  }

  /** Counts a request that was refused for its key. */
  refusedKey(): void {
    this.#refusedKeys.inc();
  }

  /** All of them, as text. Rejects where the database is away. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}

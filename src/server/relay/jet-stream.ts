import {
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StoredMsg,
} from '@nats-io/jetstream';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';
import type { SealedEvent } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import type { RelaySettings } from '../relay-config.ts';

/** How far a stream of events goes. */
export interface StreamEnd {
  /** The position of its last event; 0 where it never had one. */
  readonly position: bigint;
  /** That event's hash, hex; null where the stream has no event any more, or none yet. */
  readonly hash: string | null;
}

/** A stream of NATS JetStream whose sequence numbers are the ledger's positions. */
export interface EventStream {
  /** How far it goes. Conflict where it holds what is no event of a ledger. */
  end(): Promise<StreamEnd>;
  /** Adds the events that follow its end, all or the first of them; rejects where not all. */
  add(events: readonly SealedEvent[]): Promise<void>;
  /** Whether the connection still stands, as far as is known. */
  readonly isOpen: () => boolean;
  close(): Promise<void>;
}

/** The headers of a message, beside Nats-Msg-Id, which is the position. */
const HASH = 'Insider-Ledger-Hash';
const PREVIOUS_HASH = 'Insider-Ledger-Previous-Hash';
/** Of an event that is larger than the server's messages may be: its bytes. The body is empty. */
const LEFT_OUT = 'Insider-Ledger-Left-Out';

const PATIENCE_MS = 5_000;
/** What the headers of a message take at most. */
const HEADER_BYTES = 1_024;
const DUPLICATE_WINDOW_NS = 120_000_000_000;
const NO_STREAM = 10_059;

/**
 * Connects to NATS and finds the stream, or makes it. Conflict where the stream that is there does
 * not take the subjects.
 */
export async function openEventStream(settings: RelaySettings): Promise<EventStream> {
  const { servers, isTls, login, stream } = settings;
  const connection = await connect({
    servers: [...servers],
    ...(isTls ? { tls: {} } : {}),
    ...login,
    name: 'insider-ledger relay',
    // The relay begins anew where its connection is lost, and asks how far the stream is.
    reconnect: false,
    timeout: PATIENCE_MS,
  });
  try {
    const manager = await jetstreamManager(connection, { timeout: PATIENCE_MS });
    await findOrMake(manager, stream);
    return new JetStream({ connection, manager, stream });
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The subject of an event in a stream, as `insider-ledger.events.transaction-reported`. */
function subjectOf(stream: string, type: SealedEvent['type']): string {
  return `${stream}.events.${type.toLowerCase().replaceAll('_', '-')}`;
}

async function findOrMake(manager: JetStreamManager, stream: string): Promise<void> {
  try {
    await manager.streams.info(stream);
  } catch (error) {
    if (!(error instanceof JetStreamApiError && error.code === NO_STREAM)) throw error;
    await manager.streams.add({
      name: stream,
      subjects: [`${stream}.events.>`],
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      discard: DiscardPolicy.Old,
      duplicate_window: DUPLICATE_WINDOW_NS,
      allow_direct: true,
    });
    return;
  }
  const subject = subjectOf(stream, 'FILING_RECEIVED');
  const taker = await manager.streams.find(subject).catch(() => null);
  if (taker === stream) return;
  throw new Anomaly('Conflict', `The stream ${stream} does not take ${stream}.events.>: add it.`);
}

interface Opened {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
  readonly stream: string;
}

class JetStream implements EventStream {
  readonly #connection: NatsConnection;
  readonly #manager: JetStreamManager;
  readonly #publisher: JetStreamClient;
  readonly #stream: string;

  constructor({ connection, manager, stream }: Opened) {
    this.#connection = connection;
    this.#manager = manager;
    this.#publisher = jetstream(connection, { timeout: PATIENCE_MS });
    this.#stream = stream;
  }

  async end(): Promise<StreamEnd> {
    const { state } = await this.#manager.streams.info(this.#stream);
    const position = BigInt(state.last_seq);
    if (state.messages === 0) return { position, hash: null };
    const last = await this.#manager.streams.getMessage(this.#stream, { seq: state.last_seq });
    return { position, hash: last === null ? null : this.#hashOf(last) };
  }

  async add(events: readonly SealedEvent[]): Promise<void> {
    await Promise.all(events.map((event) => this.#publish(event)));
  }

  isOpen = () => !this.#connection.isClosed();

  close(): Promise<void> {
    return this.#connection.close();
  }

  #hashOf({ header, seq }: StoredMsg): string {
    const hash = header.get(HASH);
    if (hash !== '' && header.get('Nats-Msg-Id') === String(seq)) return hash;
    throw new Anomaly(
      'Conflict',
      `Message ${seq} of the stream ${this.#stream} is no event of a ledger: the relay needs a stream to which nobody else publishes.`,
    );
  }

  async #publish({ position, type, canonical, previousHash, hash }: SealedEvent): Promise<void> {
    const sealed = headers();
    sealed.set(HASH, hash.toString('hex'));
    if (previousHash !== null) sealed.set(PREVIOUS_HASH, previousHash.toString('hex'));
    let body: Uint8Array = Buffer.from(canonical);
    const most = (this.#connection.info?.max_payload ?? 0) - HEADER_BYTES;
    if (body.length > most) {
      sealed.set(LEFT_OUT, String(body.length));
      body = new Uint8Array();
    }
    const expect = { streamName: this.#stream, lastSequence: Number(position) - 1 };
    const msgID = String(position);
    const subject = subjectOf(this.#stream, type);
    const { seq } = await this.#publisher.publish(subject, body, {
      msgID,
      headers: sealed,
      expect,
    });
    if (BigInt(seq) === position) return;
    throw new Anomaly('Conflict', `Event ${position} is message ${seq} of ${this.#stream}.`);
  }
}

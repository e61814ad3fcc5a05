import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

/** A message of a stream, as it was stored. */
export interface StreamedEvent {
  readonly sequence: number;
  readonly subject: string;
  readonly id: string;
  readonly hash: string;
  readonly previousHash: string;
  readonly body: Buffer;
  readonly leftOut: string;
}

/** All messages of a stream, in its order, read as any consumer does. */
export async function readStream(url: string, stream: string): Promise<StreamedEvent[]> {
  const connection = await connect({ servers: url });
  try {
    const manager = await jetstreamManager(connection);
    const { state } = await manager.streams.info(stream);
    const events: StreamedEvent[] = [];
    if (state.messages === 0) return events;
    const consumer = await jetstream(connection).consumers.get(stream);
    while (events.at(-1)?.sequence !== state.last_seq) {
      const messages = await consumer.fetch({ max_messages: 1_000, expires: 2_000 });
      for await (const message of messages) {
        events.push({
          sequence: message.seq,
          subject: message.subject,
          id: message.headers?.get('Nats-Msg-Id') ?? '',
          hash: message.headers?.get('Insider-Ledger-Hash') ?? '',
          previousHash: message.headers?.get('Insider-Ledger-Previous-Hash') ?? '',
          body: Buffer.from(message.data),
          leftOut: message.headers?.get('Insider-Ledger-Left-Out') ?? '',
        });
        if (message.seq === state.last_seq) break;
      }
    }
    return events;
  } finally {
    await connection.close();
  }
}

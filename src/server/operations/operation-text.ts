import { createHash } from 'node:crypto';
import { Anomaly } from '../../values/index.ts';
import type { PersistedOperations } from '../settings/index.ts';

/** What a client sends of an operation. */
export interface Sent {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/**
 * The text of an operation that was sent by its text, as `documentId`, or as
 * `extensions.persistedQuery.sha256Hash`; null where none was sent. NotFound where the hash is not
 * known, Forbidden where only persisted operations are executed and this is none.
 */
export function textOf(sent: Sent, { texts, only }: PersistedOperations): string | null {
  const hash = hashOf(sent);
  if (hash !== null) {
    const text = texts.get(hash);
    if (text === undefined) {
      throw new Anomaly('NotFound', 'PersistedQueryNotFound: no operation is persisted under it.');
    }
    return text;
  }
  if (typeof sent.query !== 'string') return null;
  if (only && texts.get(createHash('sha256').update(sent.query).digest('hex')) === undefined) {
    throw new Anomaly('Forbidden', 'This server executes persisted operations alone.');
  }
  return sent.query;
}

function hashOf({ documentId, extensions }: Sent): string | null {
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '');
  const persisted = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)
    ?.persistedQuery;
  return typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash : null;
}

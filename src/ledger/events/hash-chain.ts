import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { invariant } from '../../values/index.ts';
import type { Envelope, EventBody } from './event.ts';

/** An event without its seal. */
export type Unsealed = Omit<Envelope, 'previousHash' | 'hash'> & EventBody;

/**
 * The canonical form of an event: RFC 8785 JSON of everything its row holds but the two hashes,
 * positions as text. Equal rows give equal text, however the database orders the keys of a payload.
 */
export function canonicalForm(event: Unsealed): string {
  const text = canonicalize({
    position: String(event.position),
    stream: event.stream,
    sequence: event.sequence,
    filing: String(event.filingId),
    type: event.type,
    knownAt: event.knownAt,
    recordedAt: event.recordedAt,
    payload: event.payload,
  });
  invariant(text !== undefined, 'an event has a canonical form');
  return text;
}

/** SHA-256 over the previous event's hash (nothing for the first) and the canonical form. */
export function chainHash(previousHash: Buffer | null, event: Unsealed): Buffer {
  const hash = createHash('sha256');
  if (previousHash !== null) hash.update(previousHash);
  return hash.update(canonicalForm(event)).digest();
}

import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Envelope, EventBody } from './event.ts';

/** An event without its seal. */
export type Unsealed = Omit<Envelope, 'previousHash' | 'hash'> & EventBody;

/**
 * The canonical form of an event: RFC 8785 JSON of everything its row holds but the two hashes,
 * positions as text. Equal rows give equal text, however the database orders the keys of a payload.
 * The payload's own canonical JSON is taken where it is at hand.
 */
export function canonicalForm(event: Unsealed, payload = canonicalJson(event.payload)): string {
  const { position, stream, sequence, filingId, type, knownAt, recordedAt } = event;
  return (
    `{"filing":"${filingId}","knownAt":"${knownAt}","payload":${payload},"position":"${position}",` +
    `"recordedAt":"${recordedAt}","sequence":${sequence},"stream":${canonicalJson(stream)},"type":"${type}"}`
  );
}

/** SHA-256 over the previous event's hash (nothing for the first) and the canonical form. */
export function chainHash(
  previousHash: Buffer | null,
  event: Unsealed,
  payload = canonicalJson(event.payload),
): Buffer {
  const form = canonicalForm(event, payload);
  const before = previousHash?.length ?? 0;
  const needed = before + form.length * 3;
  if (sealed.length < needed) sealed = Buffer.allocUnsafe(needed * 2);
  previousHash?.copy(sealed);
  const end = before + sealed.write(form, before);
  return hash('sha256', sealed.subarray(0, end), 'buffer');
}

/** What is hashed is laid out here, event after event: a hash in one call takes half the time. */
let sealed = Buffer.allocUnsafe(1 << 16);

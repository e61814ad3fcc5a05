import type { InclusionProof } from './inclusion-proof.ts';

/**
 * A proof as a text that stands for itself, as C2SP tlog-proof writes it: the event's index from 0,
 * the path in Base64 from the leaf up, and the signed checkpoint.
 */
export function tlogProof({ position, path, checkpoint }: InclusionProof): string {
  const hashes = path.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`);
  return `c2sp.org/tlog-proof@v1\nindex ${position - 1n}\n${hashes.join('')}\n${checkpoint.note}`;
}

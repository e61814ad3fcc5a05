import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { Anomaly } from '../../values/index.ts';

/** What checkpoints are signed with. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** The 32 bytes of an Ed25519 public key. */
  readonly publicKey: Buffer;
}

/** Reads a key of PKCS8 PEM. Incorrect, with where it is from, where it is no Ed25519 key. */
export function readSigningKey(pem: string, from: string): SigningKey {
  try {
    const privateKey = createPrivateKey(pem);
    const { x, crv } = createPublicKey(privateKey).export({ format: 'jwk' });
    if (crv === 'Ed25519' && x !== undefined) {
      return { privateKey, publicKey: Buffer.from(x, 'base64url') };
    }
  } catch {
    // The library's own words would show parts of a key.
  }
  throw new Anomaly('Incorrect', `${from} is no Ed25519 key as PKCS8 PEM.`);
}

/** Makes a key, as PKCS8 PEM. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

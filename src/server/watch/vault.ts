import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { join } from 'node:path';
import { Anomaly } from '../../values/index.ts';
import type { Config } from '../config.ts';
import { readOrMakeKey } from '../key-file.ts';

/** What addresses and secrets of watches are sealed with (AES-256-GCM). */
export interface Vault {
  /** Bytes from which nobody without the key learns the text. `of` is what it is for. */
  seal(text: string, of: Sealed): Buffer;
  /** The text again. Unavailable where it was sealed with another key, for else, or changed. */
  open(sealed: Buffer, of: Sealed): string;
  /** A text for an address that names a watch and that nobody without the key can make. */
  ticketOf(watchId: bigint): string;
  /** The watch that a ticket names; null where it is none of this key. */
  watchOf(ticket: string): bigint | null;
}

/** What a sealed text is: one cannot be put in the place of another. */
export type Sealed = 'target' | 'secret';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

/**
 * A vault of keys, apart by commas: 32 bytes each, as 64 hex digits or in base64. The first seals,
 * all of them open what they sealed. Incorrect where they are not.
 */
export function vaultOf(keyTexts: string, name: string): Vault {
  const [first = '', ...others] = keyTexts.split(',');
  const key = readKey(first.trim(), name);
  const keys = [key, ...others.map((text) => readKey(text.trim(), name))];
  return {
    seal(text, of) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, of) {
      for (const each of keys) {
        const text = opened(sealed, of, each);
        if (text !== null) return text;
      }
      throw new Anomaly('Unavailable', `A watch was sealed with another key than ${name}.`);
    },
    ticketOf: (watchId) => ticketOf(watchId, key),
    watchOf(ticket) {
      const id = /^([1-9]\d{0,17})\./.exec(ticket)?.[1];
      if (id === undefined) return null;
      const given = Buffer.from(ticket);
      const isOurs = keys.some((each) => {
        const own = Buffer.from(ticketOf(BigInt(id), each));
        return given.length === own.length && timingSafeEqual(given, own);
      });
      return isOurs ? BigInt(id) : null;
    },
  };
}

/** Null where a text was sealed with another key, for else, or changed. */
function opened(sealed: Buffer, of: Sealed, key: Buffer): string | null {
  try {
    const nonce = sealed.subarray(0, NONCE);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
      .setAAD(Buffer.from(of))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const text = decipher.update(sealed.subarray(NONCE + TAG));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function ticketOf(watchId: bigint, key: Buffer): string {
  const proof = createHmac('sha256', key).update(`ticket ${watchId}`).digest('base64url');
  return `${watchId}.${proof}`;
}

/**
 * The vault of the key that the configuration names, or else of the one that lies with the embedded
 * database, which is made at its first use. Null where the database is another and no key is given:
 * there are no watches then.
 */
export async function configuredVault({
  watch: { key },
  dataFolder,
  databaseUrl,
}: Pick<Config, 'watch' | 'dataFolder' | 'databaseUrl'>): Promise<Vault | null> {
  if (key !== undefined) return vaultOf(key, 'WATCH_KEY');
  if (databaseUrl !== undefined) return null;
  const path = join(dataFolder, 'watch-key');
  const make = () => `${randomBytes(KEY).toString('hex')}\n`;
  return vaultOf(await readOrMakeKey({ path, of: 'watches', make }), path);
}

function readKey(text: string, name: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length === KEY && /^[\w+/=-]+$/.test(text)) return key;
  const message = `${name}: is 32 bytes as 64 hex digits or in base64: openssl rand -hex 32.`;
  throw new Anomaly('Incorrect', message);
}

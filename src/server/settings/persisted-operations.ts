import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Anomaly } from '../../values/index.ts';

/** Operations that are known by the SHA-256 of their text, hex. */
export interface PersistedOperations {
  readonly texts: ReadonlyMap<string, string>;
  /** Whether no others are executed. */
  readonly only: boolean;
}

/** None: every operation comes with its text. */
export const NOTHING_PERSISTED: PersistedOperations = { texts: new Map(), only: false };

const manifest = z.record(z.string(), z.string());

/**
 * Reads a manifest, as GraphQL Code Generator's client preset writes it: one JSON object of hashes
 * and texts. Incorrect where it cannot be read. An operation is found by the SHA-256 of its text
 * and by the name that the manifest gives it.
 */
export function readPersistedOperations(file: string, only: boolean): PersistedOperations {
  const texts = new Map<string, string>();
  try {
    for (const [name, text] of Object.entries(
      manifest.parse(JSON.parse(readFileSync(file, 'utf8'))),
    )) {
      texts.set(name, text);
      texts.set(createHash('sha256').update(text).digest('hex'), text);
    }
  } catch (cause) {
    const message = `PERSISTED_OPERATIONS: ${file} is no manifest of operations: one JSON object, {"<hash>": "<text>"}.`;
    throw new Anomaly('Incorrect', message, { cause });
  }
  return { texts, only };
}

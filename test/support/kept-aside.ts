import { createHash } from 'node:crypto';
import { type Database, recordsOf } from '../../src/database/index.ts';
import { listRejected } from '../../src/desk/index.ts';
import { ingestPrepared, prepareUnread } from '../../src/ledger/index.ts';
import type { AccessionNumber } from '../../src/values/index.ts';
import { sampleDocuments } from './samples.ts';
import { sourceDocument } from './source-document.ts';

/** A sample, by its number; its text, as a document, and unsigned. */
export const NUMBER = '0009000101-23-000007' as AccessionNumber;
export const XML = sampleDocuments()[`tarnwick/${NUMBER}.xml`] ?? '';
export const GOOD = sourceDocument(`${NUMBER}.xml`, XML);
export const UNSIGNED = XML.replace(/<ownerSignature>[\s\S]*<\/ownerSignature>/, '');
/** Of an ingest that keeps aside what it rejects. */
export const KEEPING = { keepsRejected: true };

/** All documents that are kept aside. */
export async function kept(database: Database) {
  return listRejected(recordsOf(database), { after: 0n, limit: 1_000 });
}

/** Ingests a document that could not be read. */
export function neverRead(database: Database, name: string, reason: string) {
  return ingestPrepared(database, [prepareUnread(name, reason)], KEEPING);
}

/** SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

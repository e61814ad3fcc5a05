import { recordsOf } from '../database/index.ts';
import {
  countRejected,
  type KeptRejection,
  listRejected,
  rejectedDocuments,
} from '../desk/index.ts';
import type { SourceDocument } from '../values/index.ts';

type RecordsHolder = Parameters<typeof recordsOf>[0];

const LISTED_AT_ONCE = 500;
const BYTES_AT_ONCE = 16_000_000;

/** All documents kept aside, or those of one reason, without their bytes, page by page. */
export async function* listAllRejected(
  database: RecordsHolder,
  code?: string,
): AsyncGenerator<KeptRejection[]> {
  let after = 0n;
  for (;;) {
    const page = await listRejected(recordsOf(database), { after, limit: LISTED_AT_ONCE, code });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}

/** How many documents are kept aside, or of one reason, with their bytes and without. */
export async function countKept(
  database: RecordsHolder,
  code?: string,
): Promise<{ readonly withBytes: number; readonly unread: number }> {
  const { UNREADABLE: unread = 0, ...others } = await countRejected(recordsOf(database));
  if (code === 'UNREADABLE') return { withBytes: 0, unread };
  if (code !== undefined) return { withBytes: others[code] ?? 0, unread: 0 };
  return { withBytes: Object.values(others).reduce((sum, count) => sum + count, 0), unread };
}

/** What to read of the documents kept aside. */
export interface RetryOptions {
  /** Those of one reason alone. */
  readonly code: string | undefined;
  /** Called after each. */
  readonly finished: () => void;
  /** Gives a document in place of one that is to be fetched again, or the same. */
  readonly refetched: (document: SourceDocument) => Promise<SourceDocument>;
}

/**
 * The documents kept aside, or those of one reason, as their sources gave them; those without bytes
 * are left out. They may be accepted or rejected again meanwhile.
 */
export async function* readAllRejected(
  database: RecordsHolder,
  { code, finished, refetched }: RetryOptions,
): AsyncGenerator<SourceDocument> {
  for await (const page of listAllRejected(database, code)) {
    for (const ids of portions(page)) {
      for (const document of await rejectedDocuments(recordsOf(database), ids)) {
        yield await refetched(document);
        finished();
      }
    }
  }
}

/** So many at a time that their bytes fit into memory. */
function* portions(page: readonly KeptRejection[]): Generator<bigint[]> {
  let ids: bigint[] = [];
  let bytes = 0;
  for (const { id, size } of page) {
    if (size === null) continue;
    if (ids.length > 0 && bytes + size > BYTES_AT_ONCE) {
      yield ids;
      ids = [];
      bytes = 0;
    }
    ids.push(id);
    bytes += size;
  }
  if (ids.length > 0) yield ids;
}

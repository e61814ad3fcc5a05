import { type Queryable, readSources } from '../../database/index.ts';
import { decodeText, type Rendition } from '../../parser/index.ts';
import { invariant } from '../../values/index.ts';

/** The document that a filing was read from, as it came. */
export interface FilingSource {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly mediaType: string;
}

/** By what names it: its number, or its id where it has none. */
export type FilingName = { readonly accessionNumber: string } | { readonly id: bigint };

/** Of every rendition that is a document; rows of a data set are none. */
const MEDIA_TYPES = {
  'ownership-xml': 'application/xml',
  'submission-text': 'text/plain',
  'html-page': 'text/html',
  'text-page': 'text/plain',
} as const satisfies Record<Exclude<Rendition, 'data-set'>, string>;

/** The source with this hash, hex, of this rendition; null where it is rows of a data set. */
export function sourceOf(hash: string, rendition: string): FilingSource | null {
  const mediaType = (MEDIA_TYPES as Readonly<Record<string, string>>)[rendition];
  return mediaType === undefined ? null : { hash, mediaType };
}

/** The source of a filing; null too where there is no such filing. */
export async function findSource(db: Queryable, filing: FilingName): Promise<FilingSource | null> {
  const [column, value] =
    'id' in filing ? ['id', filing.id] : ['accession_number', filing.accessionNumber];
  const { rows } = await db.query<{ hash: string; rendition: string }>(
    `SELECT encode(source_hash, 'hex') AS hash, rendition FROM filing WHERE ${column} = $1`,
    [value],
  );
  const [found] = rows;
  return found === undefined ? null : sourceOf(found.hash, found.rendition);
}

/** The bytes of a source. */
export async function sourceBytes(db: Queryable, { hash }: FilingSource): Promise<Buffer> {
  const bytes = (await readSources(db, [hash])).get(hash);
  invariant(bytes !== undefined, 'the bytes that a filing was read from are kept');
  return bytes;
}

/**
 * Bytes as text, as the parser decodes them; empty where they declare an encoding that is not read.
 */
export function sourceText(bytes: Buffer): string {
  return decodeText(bytes) ?? '';
}

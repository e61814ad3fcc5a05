import { type Queryable, readSources } from '../../database/index.ts';
import { decodeText, type Rendition } from '../../parser/index.ts';

/** The document that a filing was read from, as it came. */
export interface FilingSource {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** By what names it: its number, or its id where it has none. */
export type FilingName = { readonly accessionNumber: string } | { readonly id: bigint };

const MEDIA_TYPES: Readonly<Record<Exclude<Rendition, 'data-set'>, string>> = {
  'ownership-xml': 'application/xml',
  'submission-text': 'text/plain',
  'html-page': 'text/html',
  'text-page': 'text/plain',
};

/**
 * What a filing was read from; null where there is no such filing, or where it is rows of a data
 * set.
 */
export async function filingSource(
  db: Queryable,
  filing: FilingName,
): Promise<FilingSource | null> {
  const [column, value] =
    'id' in filing ? ['id', filing.id] : ['accession_number', filing.accessionNumber];
  const { rows } = await db.query<{ hash: string; rendition: Rendition }>(
    `SELECT encode(source_hash, 'hex') AS hash, rendition FROM filing WHERE ${column} = $1`,
    [value],
  );
  const [{ hash, rendition } = { hash: '', rendition: 'data-set' as const }] = rows;
  if (rendition === 'data-set') return null;
  const bytes = (await readSources(db, [hash])).get(hash);
  return bytes === undefined ? null : { hash, mediaType: MEDIA_TYPES[rendition], bytes };
}

/**
 * The document as text, as the parser decodes it; empty where it declares an encoding that is not
 * read.
 */
export function sourceText({ bytes }: FilingSource): string {
  return decodeText(bytes) ?? '';
}

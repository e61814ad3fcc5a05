import { basename, dirname, normalize } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findAccessionNumber, type SourceDocument } from '../values/index.ts';

/** A file that cannot be given as a document. */
export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

/** No ownership filing comes near it; a larger file is not read at all. */
export const LARGEST_DOCUMENT = 50_000_000;

/** The message for a document beyond that size. */
export const TOO_LARGE = `larger than ${LARGEST_DOCUMENT} bytes`;

/**
 * A file's bytes as a document, unpacked where its name ends in .gz. Its accession number is the
 * one that the file's name or else its folder carries.
 */
export function documentOf(
  { name, path }: { readonly name: string; readonly path: string },
  bytes: Uint8Array,
): SourceDocument | Unreadable {
  const accessionNumber =
    findAccessionNumber(basename(path)) ?? findAccessionNumber(basename(dirname(normalize(path))));
  if (!/\.gz$/i.test(path)) return { name, bytes, accessionNumber, filedOn: null };
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: LARGEST_DOCUMENT });
    return { name, bytes: plain, accessionNumber, filedOn: null };
  } catch (error) {
    if (error instanceof RangeError) return { name, reason: TOO_LARGE };
    return { name, reason: error instanceof Error ? error.message : String(error) };
  }
}

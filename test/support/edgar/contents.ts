import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ListedFiling } from './listed-filing.ts';
import { atomFeed, folderList, type IndexKind, index, submissionsJson } from './pages.ts';

/** What the fixture EDGAR is made of. */
export interface Contents {
  readonly filings: readonly ListedFiling[];
  /** Anything else, by its path: zips of data sets. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Real files, by their path below it; null for none. */
  readonly folder: string | null;
  /** How many entries the feed of a form goes back. */
  readonly feedEntries: number;
  /** The last day that has a daily index, YYYY-MM-DD. */
  readonly indexedThrough: string;
  /** Days that have none all the same, YYYY-MM-DD. */
  readonly withoutIndex: readonly string[];
  /** Filings on a page of a filer's JSON. */
  readonly jsonPage: number;
}

/** One file, and what it is. */
export interface Content {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const FORM_OF_INDEX = /\.gz$/;

/** What is at an address, by the rules of EDGAR's own layout; null where nothing is. */
export async function contentAt(contents: Contents, url: URL): Promise<Content | null> {
  const { pathname } = url;
  const file = contents.files.get(pathname);
  if (file !== undefined) return { type: 'application/octet-stream', bytes: file };
  if (contents.folder !== null) {
    const path = join(contents.folder, normalize(pathname));
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) return { type: 'application/octet-stream', bytes };
  }
  return (
    feedAt(contents, url) ??
    indexAt(contents, pathname) ??
    submissionAt(contents, pathname) ??
    jsonAt(contents, pathname)
  );
}

function feedAt({ filings, feedEntries }: Contents, { pathname, searchParams }: URL) {
  if (pathname !== '/cgi-bin/browse-edgar') return null;
  const type = searchParams.get('type') ?? '';
  const isOwner = (form: string) => /^[345](?:\/A)?$/.test(form);
  const shown = filings.filter(
    ({ form }) =>
      // As EDGAR does: every form that begins so.
      form.startsWith(type) && (searchParams.get('owner') !== 'only' || isOwner(form)),
  );
  const start = Number(searchParams.get('start') ?? 0);
  const count = Math.min(Number(searchParams.get('count') ?? 40), 100);
  const left = Math.max(0, feedEntries - start);
  return text('application/atom+xml', atomFeed(shown, start, Math.min(count, left)));
}

function indexAt(
  { filings, indexedThrough, withoutIndex }: Contents,
  pathname: string,
): Content | null {
  const full = /^\/Archives\/edgar\/full-index\/(\d{4})\/QTR([1-4])\/(form|master)(\.idx)?(\.gz)?$/;
  const daily =
    /^\/Archives\/edgar\/daily-index\/(\d{4})\/QTR([1-4])\/(?:(form|master)\.(\d{8})\.idx(\.gz)?|index\.json)$/;
  const ofFull = full.exec(pathname);
  if (ofFull !== null) {
    const [, year, quarter, kind] = ofFull;
    const found = filings.filter(({ filedOn }) => isIn(filedOn, year, quarter));
    return found.length === 0
      ? null
      : packed(pathname, index(kind as IndexKind, found, { daily: false }));
  }
  const ofDay = daily.exec(pathname);
  if (ofDay === null) return null;
  const [, year, quarter, kind, day] = ofDay;
  const here = filings.filter(
    ({ filedOn }) =>
      isIn(filedOn, year, quarter) && filedOn <= indexedThrough && !withoutIndex.includes(filedOn),
  );
  if (day === undefined) {
    const days = [...new Set(here.map(({ filedOn }) => filedOn.replaceAll('-', '')))].sort();
    const names = days.flatMap((at) => [`form.${at}.idx`, `master.${at}.idx`]);
    return text('application/json', folderList(names));
  }
  const found = here.filter(({ filedOn }) => filedOn.replaceAll('-', '') === day);
  return found.length === 0
    ? null
    : packed(pathname, index(kind as IndexKind, found, { daily: true }));
}

function isIn(day: string, year: string | undefined, quarter: string | undefined): boolean {
  return day.slice(0, 4) === year && Math.ceil(Number(day.slice(5, 7)) / 3) === Number(quarter);
}

function packed(pathname: string, content: string): Content {
  const plain = text('text/plain', content);
  if (!FORM_OF_INDEX.test(pathname)) return plain;
  return { type: 'application/x-gzip', bytes: gzipSync(plain.bytes) };
}

function submissionAt({ filings }: Contents, pathname: string): Content | null {
  const [, cik, number] =
    /^\/Archives\/edgar\/data\/(\d+)\/(?:\d{18}\/)?([\d-]{20})\.txt$/.exec(pathname) ?? [];
  const filing = filings.find(
    ({ accessionNumber, filers }) =>
      accessionNumber === number && filers.some((filer) => Number(filer.cik) === Number(cik)),
  );
  return filing?.text == null ? null : text('text/plain', filing.text);
}

function jsonAt({ filings, jsonPage }: Contents, pathname: string): Content | null {
  const [, cik, page] =
    /^\/submissions\/CIK(\d{10})(?:-submissions-(\d{3}))?\.json$/.exec(pathname) ?? [];
  if (cik === undefined) return null;
  const own = filings.filter(({ filers }) => filers.some((filer) => filer.cik === cik));
  if (own.length === 0) return null;
  const at = page === undefined ? null : Number(page);
  return text('application/json', submissionsJson(cik, own, { page: at, pageSize: jsonPage }));
}

function text(type: string, content: string): Content {
  return { type, bytes: Buffer.from(content, 'latin1') };
}

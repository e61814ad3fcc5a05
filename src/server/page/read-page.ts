import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The explorer page as it was built: its files by the path at which they are asked for. */
export type Page = ReadonlyMap<string, PageFile>;

/** One file of the page, as it is and compressed. */
export interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** By name of the content coding. */
  readonly bodies: Readonly<Record<'identity' | 'br' | 'gzip', Buffer>>;
  /** Whether its name changes with its content, so that it can be kept for ever. */
  readonly isImmutable: boolean;
}

const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads the page that `npm run build` built; null where it was not built. Nothing is read later. */
export async function readPage(folder = BUILT): Promise<Page | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && TYPES[extname(entry.name)]);
  const page: Page = new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const file = join(parentPath, name);
        const path = `/${relative(folder, file).split(sep).join('/')}`;
        return [path, await fileOf(path, await readFile(file))] as const;
      }),
    ),
  );
  return page.has('/index.html') ? page : null;
}

async function fileOf(path: string, identity: Buffer): Promise<PageFile> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    bodies: {
      identity,
      br: await promisify(brotliCompress)(identity, quality),
      gzip: await promisify<Buffer, Buffer>(gzip)(identity),
    },
    isImmutable: path.startsWith('/assets/'),
  };
}

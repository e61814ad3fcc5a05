import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type PageFile, pageFile } from './page-file.ts';
import { type ViewLinks, viewLinks } from './view-links.ts';

/** The explorer page as it was built. */
export interface Page {
  /** By the path at which each is asked for. */
  readonly files: ReadonlyMap<string, PageFile>;
  readonly links: ViewLinks;
  /** The names of the operations that its views ask. */
  readonly operations: readonly string[];
}

const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads the page that `npm run build` built and compressed; null where it was not built. Nothing is
 * read later.
 */
export async function readPage(folder = BUILT): Promise<Page | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && TYPES[extname(entry.name)]);
  const built: Page['files'] = new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const file = join(parentPath, name);
        const path = `/${relative(folder, file).split(sep).join('/')}`;
        const type = TYPES[extname(name)] ?? 'application/octet-stream';
        return [
          path,
          pageFile(await bodiesOf(file), { type, isImmutable: path.startsWith('/assets/') }),
        ] as const;
      }),
    ),
  );
  if (!built.has('/index.html')) return null;
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
  const operations = await readFile(join(folder, 'operations.json'), 'utf8');
  return {
    files: built,
    links: viewLinks(manifest),
    operations: z.array(z.string()).parse(JSON.parse(operations)),
  };
}

async function bodiesOf(file: string): Promise<PageFile['bodies']> {
  const beside = (ending: string) => readFile(`${file}.${ending}`).catch(() => null);
  const [identity, br, gzip] = await Promise.all([readFile(file), beside('br'), beside('gz')]);
  return { identity, ...(br && { br }), ...(gzip && { gzip }) };
}

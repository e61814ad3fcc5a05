import { z } from 'zod';

/** What Vite says of the page it built: files by the module that each was made of. */
const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
  }),
);

type Manifest = z.infer<typeof manifest>;

/** Links for the head of the page, by the folder of `web/src` that holds the view. */
export type ViewLinks = ReadonlyMap<string, string>;

/**
 * The links with which a browser loads a view's script and styles beside those of the page, not
 * after them.
 */
export function viewLinks(text: string): ViewLinks {
  const chunks = manifest.parse(JSON.parse(text));
  const entries = Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true);
  const loaded = new Set(entries.flatMap((name) => [...withImports(name, chunks)]));
  const links = new Map<string, string>();
  for (const name of Object.keys(chunks)) {
    const view = /^src\/(\w+)\/index\.ts$/.exec(name)?.[1];
    if (view === undefined) continue;
    const own = [...withImports(name, chunks)].filter((one) => !loaded.has(one));
    links.set(view, own.map((one) => linksTo(chunks[one])).join(''));
  }
  return links;
}

function withImports(name: string, chunks: Manifest, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of chunks[name]?.imports ?? []) withImports(imported, chunks, found);
  return found;
}

function linksTo(chunk: Manifest[string] | undefined): string {
  if (chunk === undefined) return '';
  const styles = (chunk.css ?? []).map((file) => `<link rel="stylesheet" href="/${file}">`);
  return `<link rel="modulepreload" href="/${chunk.file}">${styles.join('')}`;
}

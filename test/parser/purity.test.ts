import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, expect, it } from 'vitest';

const ENTRY = new URL('../../src/parser/index.ts', import.meta.url);
const IMPORT = /\bfrom\s+'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g;

/** The sources reached from a file by its imports, and the packages that they import. */
function reachedFrom(entry: URL): { sources: Map<string, string>; packages: Set<string> } {
  const sources = new Map<string, string>();
  const packages = new Set<string>();
  const waiting = [entry];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (sources.has(url.href)) continue;
    const source = readFileSync(url, 'utf8');
    sources.set(url.href, source);
    for (const [, name = '', other = ''] of source.matchAll(IMPORT)) {
      const specifier = name || other;
      if (specifier.startsWith('.')) waiting.push(new URL(specifier, url));
      else packages.add(specifier);
    }
  }
  return { sources, packages };
}

describe('the parser', () => {
  const { sources, packages } = reachedFrom(ENTRY);

  it('imports nothing that reads files or talks to the network', () => {
    expect(sources.size).toBeGreaterThan(20);
    expect([...packages].filter((name) => isBuiltin(name))).toEqual([]);
  });

  it('asks nothing of the process, the clock or chance, and loads nothing later', () => {
    const asks =
      /\b(?:fetch|require|eval|import)\s*\(|\bprocess\.|\bMath\.random|\bDate\.now|new Date\(\)/;
    expect([...sources].filter(([, source]) => asks.test(source)).map(([name]) => name)).toEqual(
      [],
    );
  });
});

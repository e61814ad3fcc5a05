import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/parser/amount.ts';
import { parseDocument } from '../../src/parser/index.ts';
import { textOf, type XmlElement } from '../../src/parser/xml/element.ts';
import { IGNORED } from '../../src/parser/xml/known-elements.ts';
import { readPlainTree } from '../../src/parser/xml/plain-tree.ts';
import { readStrictTree } from '../../src/parser/xml/read-tree.ts';
import { parseCalendarDate, parseCik } from '../../src/values/index.ts';
import { sourceDocument } from '../support/source-document.ts';

/** Folders of submissions and, where set, of bare ownership XML. */
const FOLDERS = [process.env.CORPUS_DIR, process.env.CORPUS_XML].filter(
  (folder) => folder !== undefined,
);

/** What stands in a Filing as a word or a yes or no of its own; the other tests hold these. */
const CODED =
  /^(?:documentType|is[A-Z].*|.*(?:Flag|One|Involved|Reported|Section16|Owned|Timeliness|DisposedCode|IndirectOwnership))$/;

function* documents(): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  for (const folder of FOLDERS) {
    for (const name of readdirSync(folder).sort()) {
      yield { path: join(folder, name), bytes: readFileSync(join(folder, name)) };
    }
  }
}

/** The ownership XML in a document, by where it begins and ends. */
function spanOf(text: string): { readonly from: number; readonly to: number } | null {
  const root = text.indexOf('<ownershipDocument');
  const end = text.indexOf('</ownershipDocument>', root);
  if (root < 0 || end < 0) return null;
  const declaration = text.lastIndexOf('<?xml', root);
  const from = declaration >= 0 && root - declaration < 200 ? declaration : root;
  return { from, to: end + '</ownershipDocument>'.length };
}

/** Every text that a Filing holds. */
function textsOf(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) textsOf(inner, found);
  }
  return found;
}

/** The values of an element's leaves that stand in no text of the Filing. */
function lost(element: XmlElement, texts: ReadonlySet<string>, owner = ''): string[] {
  const name = element.name === 'value' ? owner : element.name;
  if (name in IGNORED) return [];
  const isLeaf = element.children.length === 0;
  const own = CODED.test(name) || !isLeaf ? null : textOf(element);
  const found = [...Object.values(element.attributes), ...(own === null ? [] : [own])].filter(
    (text) =>
      ![text, parseAmount(text), parseCik(text), parseCalendarDate(text.slice(0, 10))].some(
        (form) => form !== null && texts.has(form),
      ),
  );
  const inner = element.children.flatMap((child) => lost(child, texts, element.name));
  return [...found.map((text) => `${name}: ${text}`), ...inner];
}

describe('the parser, over a corpus of real documents', () => {
  it('knows every element and attribute, and loses no value', () => {
    let read = 0;
    for (const { path, bytes } of documents()) {
      const result = parseDocument(sourceDocument(path, bytes));
      // What is not well-formed has no strict tree to be held against.
      if (!result.ok || result.warnings.some(({ code }) => code === 'RECOVERED')) continue;
      read += 1;
      const text = new TextDecoder().decode(bytes);
      const span = spanOf(text);
      const tree = span === null ? null : readStrictTree(text, span.from, span.to);
      const losses =
        tree !== null && 'root' in tree ? lost(tree.root, textsOf(result.filing)) : ['no tree'];
      const surprises = result.warnings.filter(({ code }) => /^(?:UNKNOWN|REPEATED)/.test(code));
      expect({ path, losses, surprises }).toEqual({ path, losses: [], surprises: [] });
    }
    expect(read).toBeGreaterThan(0);
  });

  it('reads nearly all of it as plain XML, and then as saxes does', () => {
    let plain = 0;
    let all = 0;
    for (const { path, bytes } of documents()) {
      const text = new TextDecoder().decode(bytes);
      const span = spanOf(text);
      if (span === null) continue;
      all += 1;
      const root = readPlainTree({ text, bytes: null }, span.from, span.to);
      if (root === null) continue;
      plain += 1;
      const strict = readStrictTree(text, span.from, span.to);
      const isSame = JSON.stringify(strict) === JSON.stringify({ root });
      expect({ path, isSame }).toEqual({ path, isSame: true });
    }
    console.log(`${plain} of ${all} documents are plain XML`);
    expect(plain).toBeGreaterThan(all * 0.98);
  });
});

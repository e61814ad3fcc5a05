import { Parser } from 'htmlparser2';
import { parseDocument } from '../src/parser/index.ts';
import { type HostilePage, hostilePages, processorTime } from '../test/support/hostile-pages.ts';
import { sourceDocument } from '../test/support/source-document.ts';

const CHARACTERS = 500_000;
const ROUNDS = 3;
/** What a page may cost, as a multiple of a bare tokenizer's time on the same bytes. */
const TIMES_AT_MOST = 20;

/** A word, or any one other character: what the cells of a text page are made of. */
const TOKEN = /[^\s|]+|[\s|]/g;

/**
 * Prints what hostile pages cost beside a bare tokenizer on the same bytes, htmlparser2 without
 * handlers for HTML and a scan of words and separators for text, and which are above the limit.
 */
export function printHostilePages(): void {
  const costs = hostilePages(CHARACTERS).map((page) => ({ page, ...costOf(page) }));
  costs.sort((a, b) => b.ratio - a.ratio);
  const [worst] = costs;
  const above = costs.filter(({ ratio }) => ratio > TIMES_AT_MOST);
  console.log(
    `${costs.length} hostile pages: at most ${worst?.ratio.toFixed(1)} times a bare tokenizer (${worst?.page.name}); ${above.length} above ${TIMES_AT_MOST} times`,
  );
  for (const { page, ratio, ours } of above) {
    console.log(`  ${ratio.toFixed(1)} times, ${ours.toFixed(0)} ms: ${page.name}`);
  }
}

function costOf({ text, isHtml }: HostilePage): { readonly ours: number; readonly ratio: number } {
  const document = sourceDocument('hostile', text);
  const ours = leastOf(() => parseDocument(document));
  const bare = leastOf(() => {
    const decoded = new TextDecoder().decode(document.bytes);
    if (isHtml) new Parser({}).end(decoded);
    else for (const token of decoded.matchAll(TOKEN)) if (token.index < 0) break;
  });
  return { ours, ratio: ours / Math.max(bare, 1) };
}

function leastOf(work: () => void): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => processorTime(work)));
}

import type { FiledLine } from '../../src/parser/index.ts';
import type { Random } from '../../src/server/demo/index.ts';

/** A part of a page, and the page without it. */
export interface Deletion {
  readonly part: string;
  readonly page: string;
}

/** A tag, or a heading of a table whole. */
const HTML_PARTS = [/<\/?[A-Za-z][^<>]*>/g, /<th\b[^<>]*>(?:(?!<\/th>)[\s\S])*<\/th>/g];
/** A line and its end. */
const LINE = /[^\n]*(?:\n|$)/g;
/** A line on which a row says D or I, as every row does: without it there is a row less. */
const ROW = /(?:^|[\t|│]| {3})\s*[DI]\s*(?:(?:<sup>|[[(⁽^])[^\t|│]*)?(?:[\t|│]| {3}|$)/m;

/**
 * Every page that one of a page's tags, headings or lines is missing from, but for the rows' own
 * lines.
 */
export function* deletionsOf(page: string): Generator<Deletion> {
  for (const part of partsOf(page)) yield without(page, part);
}

/** Some of these, picked at random, each once. */
export function* someDeletionsOf(page: string, random: Random, count: number): Generator<Deletion> {
  const parts = partsOf(page);
  for (let left = Math.min(count, parts.length); left > 0; left -= 1) {
    const [picked] = parts.splice(random.below(parts.length), 1);
    if (picked !== undefined) yield without(page, picked);
  }
}

function without(page: string, { 0: part, index }: RegExpExecArray): Deletion {
  return { part, page: page.slice(0, index) + page.slice(index + part.length) };
}

function partsOf(page: string): RegExpExecArray[] {
  const isHtml = /<td\b/i.test(page);
  return isHtml
    ? HTML_PARTS.flatMap((pattern) => [...page.matchAll(pattern)])
    : [...page.matchAll(LINE)].filter(({ 0: line }) => line.trim() !== '' && !ROW.test(line));
}

/** The lines without their words and marks, which the tags and lines that go may well have held. */
export function figuresOf(lines: readonly FiledLine[]): readonly unknown[] {
  return lines.map((line) => ({
    ...line,
    securityTitle: '',
    underlyingTitle: '',
    nature: '',
    footnotes: [],
  }));
}

import { parseCalendarDate } from '../../values/index.ts';
import { parseAmount } from '../amount.ts';
import { textOf, type XmlElement } from './element.ts';
import { LINE_NAMES, ROWS } from './known-elements.ts';

/** Where in a document something stands, as far as lines may be lost there. */
export type Region = 'root' | 'table' | 'line' | 'elsewhere';

/** The region of an element's children, by its own name and region. */
export function regionWithin(name: string, region: Region): Region {
  if (name === 'ownershipDocument') return 'root';
  if (TABLES.has(name)) return 'table';
  if (ROW_NAMES.has(name)) return 'line';
  // Titles and natures are free text: an amount in the markup of one is no cell.
  return region === 'line' && !FREE_TEXT.has(name) ? 'line' : 'elsewhere';
}

const TABLES: ReadonlySet<string> = new Set(['nonDerivativeTable', 'derivativeTable']);
const ROW_NAMES: ReadonlySet<string> = new Set(
  Object.values(ROWS).flatMap((rows) => [...rows.keys()]),
);
const FREE_TEXT: ReadonlySet<string> = new Set([
  'securityTitle',
  'underlyingSecurityTitle',
  'natureOfOwnership',
]);

/**
 * Whether an element that no schema version has in its place holds what lines are made of, so that
 * a line would be lost with it: anything in a table; in a row an amount, a date or a code; under
 * the root an amount that is no box; anywhere an element that rows alone have (docs/domain.md §1).
 */
export function holdsLine(element: XmlElement, region: Region): boolean {
  if (LINE_NAMES_FOLDED.has(element.name.toLowerCase()) && textOf(element) !== null) return true;
  if (Object.values(element.attributes).some((value) => isLineText(value, region))) return true;
  if (isLineText(element.text, region)) return true;
  return element.children.some((child) => holdsLine(child, region));
}

/** The same of text: of an attribute, or beside elements. */
export function isLineText(filed: string, region: Region): boolean {
  const text = filed.trim();
  if (text === '' || region === 'elsewhere') return false;
  if (region === 'table') return true;
  if (region === 'root') return parseAmount(text) !== null && !/^[01]$/.test(text);
  return (
    parseAmount(text) !== null ||
    parseCalendarDate(text.slice(0, 10)) !== null ||
    /^[A-Z]$/.test(text)
  );
}

const LINE_NAMES_FOLDED: ReadonlySet<string> = new Set(
  [...LINE_NAMES].map((name) => name.toLowerCase()),
);

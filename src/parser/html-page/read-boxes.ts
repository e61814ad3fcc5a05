import { type Cik, parseCik } from '../../values/index.ts';
import type { FiledAddress, FiledIssuer, FiledOwner } from '../filing.ts';
import {
  cellsOf,
  descendants,
  type HtmlElement,
  leafRows,
  startOf,
  wordsOf,
} from './html-element.ts';

/** The box of the home exchange's symbol, which foreign issuers have since March 2026. */
const FOREIGN = / ?(?:\b[23]a\. ?)?Foreign Trading Symbol ?/i;
const SYMBOL = /\[\s*(.*?)\s*\]$/;

/**
 * The issuer's box: its name, a link as a rule, and its symbols in brackets that are the page's;
 * the foreign one may have a box of its own.
 */
export function readIssuer(
  box: HtmlElement,
  label: RegExp,
  foreignBox: HtmlElement | undefined,
): FiledIssuer | null {
  const link = readLink(box);
  const [below = '', beside] = wordsOf(box).replace(label, '').trim().split(FOREIGN);
  const [, foreign = ''] =
    foreignBox === undefined ? ['', beside] : wordsOf(foreignBox).split(FOREIGN);
  const rest = (link === null ? below : below.slice(link.name.length)).trim();
  const name = link?.name ?? below.replace(SYMBOL, '').trim();
  if (name === '') return null;
  return {
    cik: link?.cik ?? null,
    name,
    tradingSymbol: SYMBOL.exec(rest)?.[1] || null,
    foreignTradingSymbol: foreign.replace(/^\[\s*(.*?)\s*\]$/, '$1').trim() || null,
  };
}

/**
 * An owner's box: the name, a link as a rule; one row a street line; city, state and zip in a row.
 */
export function readOwnerBox(
  box: HtmlElement,
): Pick<FiledOwner, 'cik' | 'name' | 'address'> | null {
  const link = readLink(box);
  const rows = leafRows(box).map((row) => cellsOf(row).map((cell) => wordsOf(cell)));
  const name = link?.name ?? rows[0]?.[0] ?? '';
  if (name === '' || /^\(Last\)/i.test(name)) return null;
  return { cik: link?.cik ?? null, name, address: readAddress(rows) };
}

interface Link {
  readonly name: string;
  readonly cik: Cik | null;
}

function readLink(box: HtmlElement): Link | null {
  for (const link of descendants(box, 'a')) {
    const name = wordsOf(link);
    const digits = /[?&]CIK=0*(\d{1,10})/i.exec(link.attributes.href ?? '')?.[1];
    if (name !== '') return { name, cik: digits === undefined ? null : parseCik(digits) };
  }
  return null;
}

function readAddress(rows: readonly (readonly string[])[]): FiledAddress | null {
  const from = rows.findIndex(([first]) => /^\(Last\)/i.test(first ?? '')) + 1;
  const to = rows.findIndex(([first]) => /^\(City\)/i.test(first ?? ''));
  const lines = rows.slice(from, to < 0 ? undefined : to);
  const [city, state, zip, own] = lines.at(-1) ?? [];
  const below = rows.findIndex(([first]) => /^\(Country\)/i.test(first ?? ''));
  const country = own || (below > to ? rows[below - 1]?.[0] : null) || null;
  const [street1, street2] = lines.slice(0, -1).map(([line]) => line);
  const parts = { street1, street2, city, state, zip };
  if (Object.values(parts).every((part) => !part)) return null;
  return {
    isNonUs: null,
    street1: street1 || null,
    street2: street2 || null,
    city: city || null,
    state: state || null,
    nonUsStateTerritory: null,
    zip: zip || null,
    country,
    stateDescription: null,
  };
}

/** What a ticked box, or the lack of one, says of an owner. */
type FiledRelationship = Omit<FiledOwner, 'cik' | 'name' | 'address'>;

/** A box that says nothing: joint filers but the first have none on the page. */
export const NO_RELATIONSHIP: FiledRelationship = {
  isDirector: false,
  isOfficer: false,
  isTenPercentOwner: false,
  isOther: false,
  officerTitle: null,
  otherText: null,
};

/**
 * The relationship box: ticks to the left of their labels, title and other text in the row below.
 */
export function readRelationship(box: HtmlElement): FiledRelationship {
  const cells = leafRows(box).flatMap(cellsOf);
  const labels = cells.map((cell) => wordsOf(cell));
  const isTicked = (label: RegExp) => {
    const cell = cells[labels.findIndex((words) => label.test(words)) - 1];
    return cell !== undefined && isTick(cell);
  };
  const below = cells.slice(labels.findIndex((words) => /^Other \(specify/i.test(words)) + 1);
  const spans = below.length === 1 ? below.flatMap((cell) => descendants(cell, 'span')) : [];
  const [title, other] =
    spans.length > 0
      ? spans.map((span) => wordsOf(span))
      : [below[1], below[3]].map((cell) => cell && wordsOf(cell));
  return {
    isDirector: isTicked(/^Director/i),
    isOfficer: isTicked(/^Officer \(give/i),
    isTenPercentOwner: isTicked(/^10\s?% Owner/i),
    isOther: isTicked(/^Other \(specify/i),
    officerTitle: title || null,
    otherText: other || null,
  };
}

/** Whether the cell before the label is ticked; null where the page has no such label. */
export function readTick(cells: readonly HtmlElement[], label: RegExp): boolean | null {
  const cell = cells.find((candidate) => label.test(startOf(candidate)));
  if (cell === undefined) return null;
  const row = cell.parent === null ? [] : cellsOf(cell.parent);
  const before = row[row.indexOf(cell) - 1];
  return before !== undefined && isTick(before);
}

function isTick(cell: HtmlElement): boolean {
  return (
    /^(?:[xX☑☒✓✔]|\[\s?[xX]\s?\])$/.test(wordsOf(cell)) ||
    descendants(cell, 'input').some(({ attributes }) => attributes.checked !== undefined)
  );
}

import { type CalendarDate, type Decimal, parseCalendarDate } from '../../values/index.ts';
import { parseAmount } from '../amount.ts';
import { isTicked } from '../filed-codes.ts';
import type { FiledFootnoteReference, FootnoteField } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import { child, textOf, type XmlElement } from './element.ts';

/** An element and its path, for messages; of several of one name, which one it is. */
export class Placed {
  constructor(
    readonly element: XmlElement | undefined,
    private readonly name: string,
    private readonly parent: Placed | null = null,
    private readonly index: number | null = null,
  ) {}

  /** Made only where a problem names the place. */
  get path(): string {
    const name = clip(this.index === null ? this.name : `${this.name}[${this.index}]`);
    return this.parent === null ? name : `${this.parent.path}/${name}`;
  }

  /** The path of an element in it, however deep: looked for, as a filing has hundreds of cells. */
  pathTo(cell: XmlElement | undefined): string {
    const inner = cell === undefined ? null : namesTo(cell, this.element);
    return inner === null ? this.path : `${this.path}/${inner}`;
  }
}

function namesTo(wanted: XmlElement, within: XmlElement | undefined): string | null {
  for (const inner of within?.children ?? []) {
    const name = clip(inner.name);
    if (inner === wanted) return name;
    const further = namesTo(wanted, inner);
    if (further !== null) return `${name}/${further}`;
  }
  return null;
}

/** The place of a child, there or not. */
export function at(parent: Placed, name: string): Placed {
  return new Placed(child(parent.element, name), name, parent);
}

/** The text of a cell: of its `value`, or its own in the plain elements. */
export function readText(cell: XmlElement | undefined): string | null {
  return textOf(child(cell, 'value') ?? cell);
}

/**
 * A box: 1 and true are yes in any case, anything else is no; null where the element is missing.
 */
export function readBox(cell: XmlElement | undefined): boolean | null {
  const text = readText(cell);
  return text === null ? null : isTicked(text);
}

/** A calendar date; a zone suffix ("2026-05-12-05:00") or a time is no part of it. */
export function readDate(
  cell: XmlElement | undefined,
  within: Placed,
  findings: Findings,
): CalendarDate | null {
  const text = readText(cell);
  if (text === null) return null;
  const date = parseCalendarDate(text) ?? parseCalendarDate(text.replace(DATE_TAIL, ''));
  if (date === null) {
    findings.warn('INVALID_VALUE', within.pathTo(cell), `"${clip(text)}" is no date.`);
  }
  return date;
}

const DATE_TAIL = /(?:T[\d:.]{0,20})?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** An exact decimal; a currency sign and thousands separators are no part of it. */
export function readDecimal(
  cell: XmlElement | undefined,
  within: Placed,
  findings: Findings,
): Decimal | null {
  const text = readText(cell);
  if (text === null) return null;
  const amount = parseAmount(text);
  if (amount === null) {
    findings.warn('INVALID_VALUE', within.pathTo(cell), `"${clip(text)}" is no amount.`);
  }
  return amount;
}

/** Adds the footnotes that a cell cites, in order, each once. */
export function readMarks(
  cell: XmlElement | undefined,
  field: FootnoteField,
  marks: FiledFootnoteReference[],
): void {
  if (cell === undefined) return;
  let seen: Set<string> | undefined;
  for (const { name, attributes } of cell.children) {
    if (name !== 'footnoteId') continue;
    const id = attributes.id?.trim();
    if (!id || seen?.has(id) === true) continue;
    seen ??= new Set();
    seen.add(id);
    marks.push({ field, id });
  }
}

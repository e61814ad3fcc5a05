import { type CalendarDate, type Decimal, parseCalendarDate } from '../../values/index.ts';
import { parseAmount } from '../amount.ts';
import { isTicked } from '../filed-codes.ts';
import type { FiledFootnoteReference, FootnoteField } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import { child, textOf, type XmlElement } from './element.ts';

/** An element and its path, for messages. */
export class Placed {
  constructor(
    readonly element: XmlElement | undefined,
    private readonly name: string,
    private readonly parent: Placed | null = null,
  ) {}

  /** Made only where a problem names the place: a filing has hundreds. */
  get path(): string {
    const own = clip(this.name);
    return this.parent === null ? own : `${this.parent.path}/${own}`;
  }
}

/** The place of a child, there or not. */
export function at(parent: Placed, name: string): Placed {
  return new Placed(child(parent.element, name), name, parent);
}

/** The text of a cell: of its `value`, or its own in the plain elements. */
export function readText({ element }: Placed): string | null {
  return textOf(child(element, 'value') ?? element);
}

/**
 * A box: 1 and true are yes in any case, anything else is no; null where the element is missing.
 */
export function readBox(place: Placed): boolean | null {
  const text = readText(place);
  return text === null ? null : isTicked(text);
}

/** A calendar date; a zone suffix ("2026-05-12-05:00") or a time is no part of it. */
export function readDate(place: Placed, findings: Findings): CalendarDate | null {
  const text = readText(place);
  if (text === null) return null;
  const date = parseCalendarDate(text) ?? parseCalendarDate(text.replace(DATE_TAIL, ''));
  if (date === null) findings.warn('INVALID_VALUE', place.path, `"${clip(text)}" is no date.`);
  return date;
}

const DATE_TAIL = /(?:T[\d:.]{0,20})?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** An exact decimal; a currency sign and thousands separators are no part of it. */
export function readDecimal(place: Placed, findings: Findings): Decimal | null {
  const text = readText(place);
  if (text === null) return null;
  const amount = parseAmount(text);
  if (amount === null) findings.warn('INVALID_VALUE', place.path, `"${clip(text)}" is no amount.`);
  return amount;
}

/** Adds the footnotes that a cell cites, in order, each once. */
export function readMarks(
  { element }: Placed,
  field: FootnoteField,
  marks: FiledFootnoteReference[],
): void {
  if (element === undefined) return;
  let seen: Set<string> | undefined;
  for (const { name, attributes } of element.children) {
    const id = name === 'footnoteId' ? attributes.id?.trim() : undefined;
    if (!id || seen?.has(id) === true) continue;
    seen ??= new Set();
    seen.add(id);
    marks.push({ field, id });
  }
}

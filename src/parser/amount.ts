import { type Decimal, parseDecimal } from '../values/index.ts';

/** Longer than any amount filed; what is longer is refused unread. */
const LONGEST = 100;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/**
 * The exact decimal of a filed amount, as canonical text: a leading `$` and commas between groups
 * of three digits are no part of it. Null for anything else, "1,5" included (docs/domain.md §5).
 */
export function parseAmount(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  const plain = parseDecimal(text);
  if (plain !== null) return plain;
  const [, sign = '', digits = ''] = /^([+-]?)\s*\$?\s*(.*)$/s.exec(text.trim()) ?? [];
  return parseDecimal(sign + (GROUPED.test(digits) ? digits.replaceAll(',', '') : digits));
}

import Big from 'big.js';

declare const brand: unique symbol;

/**
 * Exact decimal in canonical text: no exponent, no leading plus, no trailing zeros, "0" for zero.
 */
export type Decimal = string & { readonly [brand]: 'Decimal' };

/** Amounts whose quotients have the four decimals that filings give amounts. */
const Quotient = Big();
Quotient.DP = 4;
Quotient.RM = Big.roundHalfEven;

/** Shares of a whole, and the like, have six. */
const Ratio = Big();
Ratio.DP = 6;
Ratio.RM = Big.roundHalfEven;

/** Zero in canonical form. */
export const ZERO = '0' as Decimal;

/** More digits than any filing can mean; beyond it a document is hostile or broken. */
const MAX_DIGITS = 64;

/** What is canonical as it stands, as nearly all amounts are filed. */
const CANONICAL = /^(?:0|[1-9]\d{0,30})(?:\.\d{0,30}[1-9])?$/;

const FILED = /^([+-]?)0*(\d*)(?:\.(\d*))?$/;

/**
 * Gives the canonical decimal for plain digits as filed ("016608240000.50" gives "16608240000.5").
 * Null where the text is no plain decimal (thousands separators and currency signs are the caller's
 * business) or has more than 64 digits.
 *
 * @example parseDecimal('016608240000.50') // '16608240000.5'
 * @example parseDecimal('1,000') // null
 */
export function parseDecimal(text: string): Decimal | null {
  if (CANONICAL.test(text)) return text as Decimal;
  const digits = text.trim();
  const match = digits.length > MAX_DIGITS + 2 ? null : FILED.exec(digits);
  if (match === null || !/\d/.test(digits)) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const tail = fraction.replace(/0+$/, '');
  const head = whole === '' ? '0' : whole;
  const amount = tail === '' ? head : `${head}.${tail}`;
  return (sign === '-' && amount !== '0' ? `-${amount}` : amount) as Decimal;
}

/**
 * Sum, exact.
 *
 * @example add('0.1', '0.2') // '0.3'
 */
export function add(a: Decimal, b: Decimal): Decimal {
  if (isSmallInteger(a) && isSmallInteger(b)) return String(Number(a) + Number(b)) as Decimal;
  return canonical(new Big(a).plus(b));
}

/**
 * a less b, exact.
 *
 * @example subtract('1000', '1000.25') // '-0.25'
 */
export function subtract(a: Decimal, b: Decimal): Decimal {
  if (isSmallInteger(a) && isSmallInteger(b)) return String(Number(a) - Number(b)) as Decimal;
  return canonical(new Big(a).minus(b));
}

/**
 * Whole, and so small that sums of two are exact as numbers too, as nearly all share counts are.
 */
function isSmallInteger(a: Decimal): boolean {
  return a.length < 15 && !a.includes('.');
}

/**
 * Product, exact.
 *
 * @example multiply('192', '20') // '3840'
 */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return canonical(new Big(a).times(b));
}

/**
 * The same amount with the other sign.
 *
 * @example negate('12.5') // '-12.5'
 */
export function negate(a: Decimal): Decimal {
  return subtract(ZERO, a);
}

/**
 * Quotient of a by a b that is not zero, to four decimals, halves to the even neighbour.
 *
 * @example divide('10', '3') // '3.3333'
 */
export function divide(a: Decimal, b: Decimal): Decimal {
  return canonical(new Quotient(a).div(b));
}

/**
 * Quotient of a by a b that is not zero, to six decimals, halves to the even neighbour.
 *
 * @example ratio('1', '3') // '0.333333'
 */
export function ratio(a: Decimal, b: Decimal): Decimal {
  return canonical(new Ratio(a).div(b));
}

/**
 * Rounded to so many decimals, halves away from zero.
 *
 * @example round('2.345', 2) // '2.35'
 */
export function round(a: Decimal, decimals: number): Decimal {
  const point = a.indexOf('.');
  return point < 0 || a.length - point - 1 <= decimals
    ? a
    : canonical(new Big(a).round(decimals, Big.roundHalfUp));
}

/**
 * True for zero.
 *
 * @example isZero('0') // true
 */
export function isZero(a: Decimal): boolean {
  return a === ZERO;
}

/**
 * Below, at or above: -1, 0 or 1.
 *
 * @example compareDecimals('9', '10') // -1
 */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (isSmallInteger(a) && isSmallInteger(b)) return Math.sign(Number(a) - Number(b)) as -1 | 0 | 1;
  return new Big(a).cmp(b);
}

function canonical(value: Big): Decimal {
  const text = value.toFixed();
  return (text === '-0' ? '0' : text) as Decimal;
}

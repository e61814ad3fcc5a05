import type { FiledLine, TransactionLine } from '../../parser/index.ts';
import { compareDecimals, type Decimal, multiply, subtract } from '../../values/index.ts';
import { foldSecurityTitle } from '../accounts/index.ts';
import { knownCode } from './transaction-code.ts';

/** No share of a registered issuer has cost two million dollars. */
const HIGHEST_PRICE = '2000000' as Decimal;
/** No insider has ever traded so much in one line, in USD. */
const HIGHEST_VALUE = '100000000000' as Decimal;
/** What so dear a share is worth in one line at most: such shares change hands by the dozen. */
const HIGHEST_VALUE_OF_DEAR = '1000000000' as Decimal;
/** Few shares are so dear; beside a price a hundredth of it, it is a slip of the point. */
const DEAR = '10000' as Decimal;
const HIGH = '1000' as Decimal;
const HUNDRED = '100' as Decimal;

/**
 * Why a price cannot be one per share: it is the total of its line, or no share costs so much; null
 * where nothing speaks against it. A price so flagged is never multiplied (docs/domain.md §5).
 */
export function priceFlag(
  line: TransactionLine,
  filing: { readonly lines: readonly FiledLine[] },
): 'PRICE_IS_TOTAL' | 'PRICE_IMPLAUSIBLE' | null {
  const { pricePerShare: price } = line;
  if (price === null) return null;
  if (isTotal(line, price)) return 'PRICE_IS_TOTAL';
  if (exceeds(price, HIGHEST_PRICE)) return 'PRICE_IMPLAUSIBLE';
  if (line.shares === null) return null;
  const value = multiply(line.shares, price);
  const most = exceeds(price, DEAR) ? HIGHEST_VALUE_OF_DEAR : HIGHEST_VALUE;
  if (exceeds(value, most)) return 'PRICE_IMPLAUSIBLE';
  return isFarAboveOthers(line, price, filing.lines) ? 'PRICE_IMPLAUSIBLE' : null;
}

/** A low price may equal anything by chance. */
function isTotal(line: TransactionLine, price: Decimal): boolean {
  if (price === line.totalValue) return true;
  if (!isAtLeast(price, HIGH)) return false;
  if (line.shares === null) return price === line.underlyingValue;
  if (price === line.shares) return true;
  const isOne = line.shares === '1';
  return !isOne && (price === line.underlyingValue || isCostOfUnderlying(line, price));
}

/** What all that underlies a note would cost at its conversion price, to a hundredth. */
function isCostOfUnderlying(line: TransactionLine, price: Decimal): boolean {
  const { conversionOrExercisePrice: conversion, underlyingShares: underlying } = line;
  if (conversion === null || underlying === null) return false;
  const away = subtract(multiply(conversion, underlying), price).replace('-', '') as Decimal;
  return compareDecimals(multiply(away, HUNDRED), price) <= 0;
}

/** The filing's other lines of the same class and code are what the share cost that day. */
function isFarAboveOthers(
  line: TransactionLine,
  price: Decimal,
  lines: readonly FiledLine[],
): boolean {
  if (!isAtLeast(price, HIGH)) return false;
  const code = knownCode(line.code);
  const securityClass = foldSecurityTitle(line.securityTitle);
  return lines.some(
    (other) =>
      other.kind === 'transaction' &&
      other.table === line.table &&
      other.pricePerShare !== null &&
      exceeds(other.pricePerShare, '0' as Decimal) &&
      exceeds(price, multiply(other.pricePerShare, HUNDRED)) &&
      knownCode(other.code) === code &&
      foldSecurityTitle(other.securityTitle) === securityClass,
  );
}

function exceeds(amount: Decimal, limit: Decimal): boolean {
  return compareDecimals(amount, limit) > 0;
}

function isAtLeast(amount: Decimal, limit: Decimal): boolean {
  return compareDecimals(amount, limit) >= 0;
}

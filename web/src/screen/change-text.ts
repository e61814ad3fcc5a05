import { rounded } from '../ui/index.ts';

interface Changed {
  readonly shareOfHolding: string | null;
  readonly acquiredDisposed: 'ACQUIRED' | 'DISPOSED' | null;
  readonly shares: string | null;
  readonly amountAfter: string | null;
}

/** The change of a holding in percent, signed; "new" where nothing was held before. */
export function changeText({
  shareOfHolding,
  acquiredDisposed,
  shares,
  amountAfter,
}: Changed): string {
  if (shareOfHolding === null) {
    const isNew = acquiredDisposed === 'ACQUIRED' && shares !== null && shares === amountAfter;
    return isNew ? 'new' : '–';
  }
  // For the eye; the exact part is on hover.
  const percent = hundredfold(shareOfHolding);
  const size = Math.abs(Number(percent));
  if (size >= 1_000) return `${percent.startsWith('-') ? '\u2212' : '+'}${Math.round(size / 100)}×`;
  const text = rounded(percent, size < 100 ? { most: 1, least: 1 } : { most: 0 });
  if (size === 0) return '0.0 %';
  return `${percent.startsWith('-') ? `\u2212${text.replace('-', '')}` : `+${text}`} %`;
}

/** A decimal times a hundred, exactly. */
function hundredfold(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(2, '0');
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return padded.length > 2 ? `${moved}.${padded.slice(2)}` : moved;
}

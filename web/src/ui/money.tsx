import { rounded } from './exact.ts';
import { grouped } from './grouped.ts';

/**
 * A value in dollars as people read it: whole from a thousand on, cents below; exact on hover.
 *
 * @example valueText('118150.25') // '$118,150'
 */
export function valueText(decimal: string): string {
  const isLarge = /^-?\d{4}/.test(decimal);
  return dollars(rounded(decimal, isLarge ? { most: 0 } : { most: 2, least: 2 }));
}

/**
 * A price in dollars: two to four places.
 *
 * @example priceText('21.481818') // '$21.4818'
 */
export function priceText(decimal: string): string {
  return dollars(rounded(decimal, { most: 4, least: 2 }));
}

function dollars(decimal: string): string {
  const text = grouped(decimal);
  return text.startsWith('\u2212') ? `\u2212$${text.slice(1)}` : `$${text}`;
}

interface MoneyProps {
  /** USD, exact; null where the filing says none. */
  readonly of: string | null | undefined;
  readonly as?: 'value' | 'price';
}

/** A value or a price, rounded for the eye, exact on hover. */
export function Money({ of, as = 'value' }: MoneyProps) {
  if (of == null) return <None />;
  const text = as === 'price' ? priceText(of) : valueText(of);
  const exact = dollars(of);
  return (
    <data
      value={of}
      title={text === exact ? undefined : exact}
      className={/[1-9]/.test(of) ? 'digits' : 'digits quiet'}
    >
      {text}
    </data>
  );
}

/** So many shares, whole for the eye, exact on hover. */
export function Shares({ of }: { readonly of: string | null | undefined }) {
  if (of == null) return <None />;
  const text = grouped(rounded(of, { most: 0 }));
  const exact = grouped(of);
  return (
    <data value={of} title={text === exact ? undefined : exact} className="digits">
      {text}
    </data>
  );
}

/** That there is none, for the eye and for those who listen. */
export function None() {
  return (
    <span className="quiet">
      <span aria-hidden="true">–</span>
      <span className="unseen">none</span>
    </span>
  );
}

interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

function scaled(decimal: string): Scaled {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

function text({ digits, places }: Scaled): string {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = all.slice(0, all.length - places);
  const fraction = places === 0 ? '' : all.slice(-places).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * The exact sum of exact decimals.
 *
 * @example sumOf(['0.1', '0.2', '-1']) // '-0.7'
 */
export function sumOf(decimals: readonly string[]): string {
  const parts = decimals.map(scaled);
  const places = Math.max(0, ...parts.map((part) => part.places));
  const digits = parts.reduce(
    (sum, part) => sum + part.digits * 10n ** BigInt(places - part.places),
    0n,
  );
  return text({ digits, places });
}

/**
 * An exact decimal less another.
 *
 * @example difference('1', '0.5') // '0.5'
 */
export function difference(decimal: string, less: string): string {
  return sumOf([decimal, less.startsWith('-') ? less.slice(1) : `-${less}`]);
}

/**
 * A decimal at so many places at most, halves away from zero, and so many at least: for the eye
 * alone, where the exact one is on hover.
 *
 * @example rounded('21.4818', { most: 2, least: 2 }) // '21.48'
 */
export function rounded(
  decimal: string,
  { most, least = 0 }: { readonly most: number; readonly least?: number },
): string {
  let { digits, places } = scaled(decimal);
  if (places > most) {
    const unit = 10n ** BigInt(places - most);
    digits = (digits + (digits < 0n ? -unit / 2n : unit / 2n)) / unit;
    places = most;
  }
  const [whole = '', fraction = ''] = text({ digits, places }).split('.');
  const padded = fraction.padEnd(least, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}

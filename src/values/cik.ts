declare const brand: unique symbol;

/** SEC Central Index Key: ten digits, zero-padded (domain.md §2). */
export type Cik = string & { readonly [brand]: 'Cik' };

/**
 * Gives the padded CIK for one to ten digits that are not all zero; null for anything else.
 *
 * @example parseCik('320193') // '0000320193'
 * @example parseCik('0') // null
 */
export function parseCik(text: string): Cik | null {
  const digits = text.trim();
  if (!/^\d{1,10}$/.test(digits) || /^0+$/.test(digits)) return null;
  return digits.padStart(10, '0') as Cik;
}

declare const brand: unique symbol;

/** EDGAR accession number in its dashed form, for instance 0001209191-21-012345 (domain.md §2). */
export type AccessionNumber = string & { readonly [brand]: 'AccessionNumber' };

/** What the accession numbers of generated markets begin with: nobody has it at EDGAR. */
export const INVENTED_FILER = '00094';

const DASHED = /^(\d{10})-(\d{2})-(\d{6})$/;
const PLAIN = /^(\d{10})(\d{2})(\d{6})$/;
const WITHIN = /(?<!\d)\d{10}-\d{2}-\d{6}(?!\d)|(?<!\d)\d{18}(?!\d)/;

/**
 * Gives the dashed form for a dashed or an 18-digit number; null for anything else.
 *
 * @example parseAccessionNumber('000900010124000001') // '0009000101-24-000001'
 */
export function parseAccessionNumber(text: string): AccessionNumber | null {
  const match = DASHED.exec(text.trim()) ?? PLAIN.exec(text.trim());
  return match === null ? null : (`${match[1]}-${match[2]}-${match[3]}` as AccessionNumber);
}

/** Finds the accession number that a URL, folder or file name carries; null where there is none. */
export function findAccessionNumber(name: string): AccessionNumber | null {
  const match = WITHIN.exec(name);
  return match === null ? null : parseAccessionNumber(match[0]);
}

/** The transaction codes of the forms' general instructions (docs/domain.md §8). */
const TRANSACTION_CODES = [
  'A',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'O',
  'P',
  'S',
  'U',
  'W',
  'X',
  'Z',
] as const;

/** A known transaction code. */
export type TransactionCode = (typeof TRANSACTION_CODES)[number];

/** The code that a filed letter means; null for one that is none of the known ones. */
export function knownCode(filed: string): TransactionCode | null {
  return TRANSACTION_CODES.find((code) => code === filed.trim().toUpperCase()) ?? null;
}

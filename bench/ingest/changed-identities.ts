import type { Cik } from '../../src/values/index.ts';

/** Between the CIKs of two copies; those that EDGAR has given are far below. */
const STEP = 10_000_000;

/** A CIK that only this copy has; copies count from 0. */
export function changedCik(cik: string, copy: number): Cik {
  return String(Number(cik) + copy * STEP).padStart(10, '0') as Cik;
}

/** An accession number that only this copy has: agents of EDGAR have numbers below these. */
export function changedNumber(number: string, copy: number): string {
  return `${String(8_000_000_000 + copy * 3_000_000 + (Number(number.slice(0, 10)) % 3_000_000))}${number.slice(10)}`;
}

const NUMBER = /\b\d{10}-\d{2}-\d{6}\b/g;
const CIKS = [
  /(CENTRAL INDEX KEY:\s+)(\d{10})/g,
  /(<(?:issuerCik|rptOwnerCik)>\s*)(\d{1,10})/g,
  /(<CIK>)(\d{10})/g,
] as const;
const NAMES = /(<(?:issuerName|rptOwnerName)>\s*[^<\s][^<]*)(<)/g;

/**
 * A submission as of other people and issuers: everybody's CIK, name and all numbers are the
 * copy's.
 */
export function changedText(text: string, copy: number): string {
  let changed = text.replace(NUMBER, (number) => changedNumber(number, copy));
  for (const pattern of CIKS) {
    changed = changed.replace(pattern, (_, before: string, cik: string) => {
      return `${before}${changedCik(cik, copy)}`;
    });
  }
  return changed.replace(NAMES, `$1 ${letters(copy)}$2`);
}

/** A copy's number in letters, as a name may have them. */
export function letters(copy: number): string {
  return String(copy).replace(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)));
}

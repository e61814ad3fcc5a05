import { hash } from 'node:crypto';
import type { FiledIssuer, FiledOwner } from '../../../parser/index.ts';
import { isAscii } from '../../../values/index.ts';
import { cleanTickers } from './tickers.ts';

/**
 * The id of an issuer: its CIK as a number; without one, a negative number made of its normalised
 * name and first ticker. Ids depend on the document alone, never on what came before it
 * (docs/domain.md §2, docs/decisions/0001).
 */
export function issuerId(issuer: FiledIssuer): bigint {
  return issuer.cik === null ? issuerIdOfWords(issuer) : BigInt(issuer.cik);
}

/**
 * The id that an issuer's words alone give, as in a rendition without its CIK: always a negative
 * one.
 */
export function issuerIdOfWords(issuer: Omit<FiledIssuer, 'cik'>): bigint {
  const [ticker = ''] = cleanTickers(issuer.tradingSymbol);
  return provisionalId(['issuer', foldName(issuer.name), ticker]);
}

/**
 * The id of a person: its CIK as a number; without one, made of its normalised name within the
 * issuer.
 */
export function personId(owner: Pick<FiledOwner, 'cik' | 'name'>, issuer: bigint): bigint {
  if (owner.cik !== null) return BigInt(owner.cik);
  return provisionalId(['person', String(issuer), foldName(owner.name)]);
}

/** An id below zero from 62 bits of the SHA-256 of what identifies the thing. */
export function provisionalId(parts: readonly string[]): bigint {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer');
  return -(digest.readBigUInt64BE(0) >> 2n) - 1n;
}

/**
 * A name for comparison: case, accents, punctuation and spaces folded.
 *
 * @example foldName('Acme-Widgets,  Inc.') // 'ACME WIDGETS INC'
 */
export function foldName(name: string): string {
  if (isAscii(name)) {
    return name
      .toUpperCase()
      .replace(/['.]/g, '')
      .replace(/[^A-Z0-9]+/g, ' ')
      .trim();
  }
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

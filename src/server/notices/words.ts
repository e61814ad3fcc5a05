import type { LineNotice, NoticedLine } from '../../reads/index.ts';

/** A sentence that says what a notice is about: who, what, of whose security, at what price. */
export function headline({ line, retraction }: LineNotice): string {
  const what = `${deedOf(line)}: ${amountOf(line)}${line.securityTitle}, ${issuerOf(line)}, by ${peopleOf(line)}`;
  const said = `${what}${priceOf(line)}`;
  return plain(retraction === null ? said : `${RETRACTED[reasonOf(retraction)]}: ${said}`);
}

/** Why a line no longer counts. */
export type RetractionReason = 'SUPERSEDED' | 'TAKEN_BACK';

const RETRACTED: Readonly<Record<RetractionReason, string>> = {
  SUPERSEDED: 'Superseded',
  TAKEN_BACK: 'Taken back',
};

/** Whether another line stands in a line's place. */
export function reasonOf({ by }: { readonly by: bigint | null }): RetractionReason {
  return by === null ? 'TAKEN_BACK' : 'SUPERSEDED';
}

/** A text on one line, without what steers a terminal, a header or the direction of writing. */
export function plain(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** An issuer with its ticker. */
export function issuerOf({ issuerName, issuerTicker }: NoticedLine): string {
  return issuerTicker === null ? issuerName : `${issuerName} (${issuerTicker})`;
}

/** Who reports a line; of many the first three. */
export function peopleOf({ reporters }: NoticedLine): string {
  const names = reporters.slice(0, NAMED).map(({ name }) => name);
  const others = reporters.length - names.length;
  return others === 0 ? names.join('; ') : `${names.join('; ')} and ${others} others`;
}

const NAMED = 3;

/** What was done, by its code (docs/domain.md §8). */
function deedOf({ code, codeAsFiled, acquiredDisposed }: NoticedLine): string {
  if (code !== null) return DEEDS[code];
  const went = acquiredDisposed === 'DISPOSED' ? 'Disposition' : 'Acquisition';
  return codeAsFiled === null ? went : `${went} (code ${codeAsFiled})`;
}

const DEEDS: Readonly<Record<NonNullable<NoticedLine['code']>, string>> = {
  A: 'Grant or award',
  C: 'Conversion',
  D: 'Disposition to the issuer',
  E: 'Expiration of a short position',
  F: 'Withholding for tax or price',
  G: 'Gift',
  H: 'Cancellation of a long position',
  I: 'Discretionary transaction',
  J: 'Other transaction',
  K: 'Equity swap',
  L: 'Small acquisition',
  M: 'Exercise or conversion',
  O: 'Exercise out of the money',
  P: 'Purchase',
  S: 'Sale',
  U: 'Tender',
  W: 'Inheritance',
  X: 'Exercise in the money',
  Z: 'Voting trust',
};

function amountOf({ shares }: NoticedLine): string {
  return shares === null ? '' : `${grouped(shares)} `;
}

function priceOf({ pricePerShare, value }: NoticedLine): string {
  if (pricePerShare === null) return '';
  return `, at $${grouped(pricePerShare)}${value === null ? '' : ` ($${grouped(value)})`}`;
}

/** An exact decimal with its thousands apart. */
export function grouped(decimal: string): string {
  const [whole = '', part] = decimal.split('.', 2);
  const apart = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? apart : `${apart}.${part}`;
}

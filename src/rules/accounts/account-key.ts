import type { OwnershipForm } from '../../parser/index.ts';
import type { CalendarDate, Decimal } from '../../values/index.ts';
import type { GroupLine } from './group-line.ts';
import { foldNature } from './nature.ts';
import { foldSecurityTitle } from './security-class.ts';

/** What a line says of its account, beside owner, issuer, table and class (docs/domain.md §5). */
export interface LineKey {
  readonly conversionOrExercisePrice: Decimal | null;
  readonly expiresOn: CalendarDate | null;
  readonly underlyingClass: string | null;
  readonly ownership: OwnershipForm;
  readonly nature: string;
}

/** What tells one account of a group from another. */
export interface AccountKey extends LineKey {
  /** "" for the first account under one key, "2", "3" … for those distinguished otherwise. */
  readonly distinction: string;
}

/**
 * Why a line is in its account and in no other of its group, from the surest to the least
 * (docs/domain.md §5):
 *
 * - REPLACEMENT: it replaces a line of this account, by amendment;
 * - DUPLICATE: it reports a trade of this account once more;
 * - NOTES_AND_BALANCE: the same key, the same footnotes, and it begins where the account ended;
 * - NOTES: the same key and the same footnotes;
 * - BALANCE: the same key, and it begins where the account ended;
 * - KEY: the same key, and nothing that speaks against it;
 * - RENAMED: a key that no account goes by, but the filing leaves the account out and begins where
 *   it ended; or it counts on what accounts held under another title or apart;
 * - OPENED: no account fits, so it opened this one.
 */
export type AccountEvidence =
  | 'REPLACEMENT'
  | 'DUPLICATE'
  | 'NOTES_AND_BALANCE'
  | 'NOTES'
  | 'BALANCE'
  | 'RENAMED'
  | 'KEY'
  | 'OPENED';

/** Lines are asked for their key in every step: it is made once. */
const keys = new WeakMap<GroupLine, LineKey>();
const texts = new WeakMap<GroupLine, string>();

/** The key that a line goes by. */
export function lineKey(line: GroupLine): LineKey {
  const known = keys.get(line);
  if (known !== undefined) return known;
  const key = makeKey(line);
  keys.set(line, key);
  return key;
}

/** The text of the key that a line goes by. */
export function lineKeyText(line: GroupLine): string {
  const known = texts.get(line);
  if (known !== undefined) return known;
  const text = keyText(lineKey(line));
  texts.set(line, text);
  return text;
}

function makeKey(line: GroupLine): LineKey {
  return {
    conversionOrExercisePrice: line.conversionOrExercisePrice,
    expiresOn: line.expiresOn,
    underlyingClass: line.underlyingTitle === null ? null : foldSecurityTitle(line.underlyingTitle),
    ownership: line.ownership,
    nature: line.ownership === 'DIRECT' ? '' : foldNature(line.nature),
  };
}

/** A key as text, equal for equal keys. */
export function keyText(key: LineKey): string {
  const { conversionOrExercisePrice, expiresOn, underlyingClass, ownership, nature } = key;
  // Folded texts have no line end.
  return `${conversionOrExercisePrice}\n${expiresOn}\n${underlyingClass}\n${ownership}\n${nature}`;
}

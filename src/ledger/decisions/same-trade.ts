import type { OwnershipForm } from '../../parser/index.ts';
import { foldedWords, namedHolder } from './named-holder.ts';
import { isEntityName } from './person-kind.ts';

/** What a line and its filing say of who holds. */
export interface Telling {
  readonly position: bigint;
  /** The code as filed; null for a holding line. */
  readonly code: string | null;
  readonly ownership: OwnershipForm;
  readonly nature: string | null;
  /** Whatever else the line says in words: the footnotes it cites, and the filing's remarks. */
  readonly notes: string;
  readonly owners: readonly bigint[];
  readonly ownerNames: readonly string[];
  /** Whether one of the owners reports as an owner of more than ten per cent. */
  readonly isTenPercentOwner: boolean;
  /** Whether one of the owners reports as a director or officer. */
  readonly isOffice: boolean;
  /** Whether something was held before the transaction and after it. */
  readonly isHeldOn: boolean;
}

/** The most owners that EDGAR takes in one filing; a bigger group files again. */
const MOST_OWNERS = 10;

/** Rule 16b-3: an issuer's dealings with its own insiders, who often get the same on the same day. */
const COMPENSATION = new Set(['A', 'D', 'F', 'I', 'M']);

/** Words that say what kind of entity somebody is; a text that names it may leave them out. */
const SUFFIXES = new Set(
  'CO COMPANY CORP CORPORATION INC LIMITED LLC LLP LP LTD PARTNERSHIP PLC THE'.split(' '),
);

/**
 * Whether two lines that agree in every cell tell of the same securities, or of equal ones held by
 * different people. Equal cells alone say nothing: directors get equal grants on one day. It takes
 * words or roles that show one holder behind both (docs/domain.md §5, docs/decisions/0006).
 */
export function isSameTrade(a: Telling, b: Telling): boolean {
  if (a.owners.some((owner) => b.owners.includes(owner))) return false;
  const bothTenPercent = a.isTenPercentOwner && b.isTenPercentOwner;
  if (bothTenPercent && (isFull(a) || isFull(b))) return true;
  const isCompensation = COMPENSATION.has(a.code ?? '');
  // Colleagues get and sell the same; people without an office who held equal balances do not.
  const isNoOffice = !a.isOffice && !b.isOffice && a.isHeldOn && a.code !== null && !isCompensation;
  const isNamed = names(a, b) || names(b, a);
  if (a.ownership === 'DIRECT' && b.ownership === 'DIRECT') {
    // Nobody owns directly what somebody else owns directly, but filers mark an entity's shares so.
    const hasEntity = [...a.ownerNames, ...b.ownerNames].some(isEntityName);
    const isMarked = hasEntity && (isNamed || (a.code !== null && !isCompensation));
    return isNoOffice || (bothTenPercent && isMarked);
  }
  if (isNamed) return true;
  if (a.ownership !== b.ownership) return isNoOffice || (bothTenPercent && !isCompensation);
  const holders = [namedHolder(a.nature), namedHolder(b.nature)];
  if (holders.every((holder) => holder !== '')) return holders[0] === holders[1];
  return bothTenPercent || isNoOffice;
}

function isFull({ owners }: Telling): boolean {
  return owners.length >= MOST_OWNERS;
}

/** Whether what one line says in words names an owner of the other's filing. */
function names(telling: Telling, other: Telling): boolean {
  const words = new Set(foldedWords(`${telling.nature ?? ''} ${telling.notes}`));
  return other.ownerNames.some((name) => {
    const parts = nameParts(name);
    return parts.length > 0 && parts.every((part) => words.has(part));
  });
}

/** The words that a text must have to name somebody: family and first name, or an entity's own name. */
function nameParts(name: string): string[] {
  const parts = foldedWords(name).filter((part) => part.length > 1 && !SUFFIXES.has(part));
  if (isEntityName(name)) return parts;
  return parts.length < 2 ? [] : parts.slice(0, 2);
}

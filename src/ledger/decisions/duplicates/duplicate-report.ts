import type { OwnershipForm } from '../../../parser/index.ts';
import { foldNature, foldNotes } from '../../../rules/index.ts';
import type { CalendarDate } from '../../../values/index.ts';
import {
  foldedWords,
  isEntityName,
  isPlan,
  namedHolder,
  namesPlan,
  namingWords,
} from '../identities/index.ts';

/** What a line and its filing say of who holds. */
export interface TradeReport {
  readonly position: bigint;
  readonly isTransaction: boolean;
  /** Whether the filing is an amendment. */
  readonly isAmendment: boolean;
  /** The code as filed; null for a holding line. */
  readonly code: string | null;
  readonly ownership: OwnershipForm;
  readonly nature: string | null;
  /** The texts of the footnotes that nature and ownership cite. */
  readonly holderNotes: readonly string[];
  /** The texts of the footnotes that the terms of a derivative cite. */
  readonly termNotes: readonly string[];
  /** What else the line says in words: the other footnotes it cites, and the filing's remarks. */
  readonly otherWords: string;
  readonly exercisableOn: CalendarDate | null;
  /** Whether the line says an amount after it. */
  readonly hasAmountAfter: boolean;
  /** Whether something was held before the transaction and after it. */
  readonly isHeldOn: boolean;
  readonly owners: readonly bigint[];
  readonly ownerNames: readonly string[];
  /** Whether one of the owners reports as an owner of more than ten per cent. */
  readonly isTenPercentOwner: boolean;
  /** Whether one of the owners reports as a director or officer. */
  readonly isOffice: boolean;
}

/** The most owners that EDGAR takes in one filing; a bigger group files again. */
const MOST_OWNERS = 10;

/**
 * Rule 16b-3: an issuer's dealings with its own insiders, who often get the same on the same day.
 */
const COMPENSATION = new Set(['A', 'D', 'F', 'I', 'M']);

/** Words that say what kind of entity somebody is; a text that names it may leave them out. */
const SUFFIXES = new Set(
  'CO COMPANY CORP CORPORATION INC LIMITED LLC LLP LP LTD PARTNERSHIP PLC THE'.split(' '),
);

const SPOUSE = /\b(?:HUSBAND|SPOUSES?|WIFE)\b/;

/** A footnote that names a holder does so by two words at least: "the Sponsor" may be anybody. */
const WORDS_OF_A_NAME = 2;

/**
 * Whether two lines that agree in every cell report the same securities, or equal ones held by
 * different people. Equal cells alone say nothing: directors get equal grants on one day, founders
 * sell alike. The holders must be able to be the same, and something must relate the owners
 * (docs/domain.md §5, docs/decisions/0006).
 */
export function isDuplicateReport(a: TradeReport, b: TradeReport): boolean {
  return hasCommonOwner(a, b) ? isSameAccount(a, b) : isSameHolder(a, b);
}

/** Whether an owner of one filing is an owner of the other. */
export function hasCommonOwner(a: TradeReport, b: TradeReport): boolean {
  return a.owners.some((owner) => b.owners.includes(owner));
}

/**
 * Two lines of one owner: the same trade where nothing says that they are of two accounts. Holding
 * lines state a balance and no trade: those of the same owners are never duplicate reports. What an
 * amendment repeats is the matter of its original (docs/domain.md §6).
 */
function isSameAccount(a: TradeReport, b: TradeReport): boolean {
  if (a.isAmendment || b.isAmendment) return false;
  if (!a.isTransaction && isEvery(a.owners, b.owners) && isEvery(b.owners, a.owners)) return false;
  const agree = (of: (line: TradeReport) => readonly string[]) => {
    const [one, other] = [foldNotes(of(a)), foldNotes(of(b))];
    return one === '' || other === '' || one === other;
  };
  return (
    a.hasAmountAfter &&
    b.hasAmountAfter &&
    a.ownership === b.ownership &&
    foldNature(a.nature) === foldNature(b.nature) &&
    a.exercisableOn === b.exercisableOn &&
    agree((line) => line.holderNotes) &&
    agree((line) => line.termNotes)
  );
}

function isEvery(owners: readonly bigint[], among: readonly bigint[]): boolean {
  return owners.every((owner) => among.includes(owner));
}

/** Lines of different owners: the same trade where words or roles show one holder behind both. */
function isSameHolder(a: TradeReport, b: TradeReport): boolean {
  const holders = [namedHolder(a.nature), namedHolder(b.nature)] as const;
  const isOneName = holders[0] !== '' && holders[0] === holders[1];
  const isNamed = namesAsHolder(a, b) || namesAsHolder(b, a);
  const areDirect = a.ownership === 'DIRECT' && b.ownership === 'DIRECT';
  if (!areDirect && (isNamed || isOneName)) return true;
  if (holders[0] !== '' && holders[1] !== '') return false;
  if (holdsInPlan(a) || holdsInPlan(b)) return false;
  const bothTenPercent = a.isTenPercentOwner && b.isTenPercentOwner;
  if (bothTenPercent && (isFull(a) || isFull(b))) return true;
  if (isSameNote(a, b)) return true;
  if (hasOtherNotes(a, b)) return false;
  return [a, b].some(hasEntity)
    ? isOfEntity(a, b, { bothTenPercent, isNamed: isNamed || mentions(a, b) || mentions(b, a) })
    : bothTenPercent && (isOfSpouses(a, b) || isOfSpouses(b, a));
}

/** Whether the amount that both held is an entity's, which one of them holds through. */
function isOfEntity(
  a: TradeReport,
  b: TradeReport,
  { bothTenPercent, isNamed }: { readonly bothTenPercent: boolean; readonly isNamed: boolean },
): boolean {
  const isCompensation = COMPENSATION.has(a.code ?? '');
  // Colleagues get and sell the same; an entity and people without an office do not.
  const isNoOffice = !a.isOffice && !b.isOffice && a.isHeldOn && a.code !== null && !isCompensation;
  if (a.ownership === 'DIRECT' && b.ownership === 'DIRECT') {
    // Nobody owns directly what somebody else owns directly, but managers mark a fund's shares so.
    const isMarked = isNamed || (hasEntity(a) !== hasEntity(b) && !isCompensation);
    return isMarked && (bothTenPercent ? isNamed || a.code !== null : isNoOffice);
  }
  if (isNamed) return true;
  if (a.ownership !== b.ownership) return isNoOffice || (bothTenPercent && !isCompensation);
  return bothTenPercent || isNoOffice;
}

/**
 * Whether one line says that a spouse holds what the other reports: directly, or, where both have
 * one family name, in the same way but for the word.
 */
function isOfSpouses(holder: TradeReport, other: TradeReport): boolean {
  const nature = foldNature(other.nature);
  if (!SPOUSE.test(nature)) return false;
  if (holder.ownership === 'INDIRECT') {
    const families = [holder, other].map(({ ownerNames: [name = ''] }) => foldedWords(name)[0]);
    return families[0] === families[1] && withoutSpouse(nature) === foldNature(holder.nature);
  }
  return holder.code === null || (holder.isHeldOn && !COMPENSATION.has(holder.code));
}

function withoutSpouse(nature: string): string {
  return nature.replace(SPOUSE, ' ').replace(/ +/g, ' ').trim();
}

function isFull({ owners }: TradeReport): boolean {
  return owners.length >= MOST_OWNERS;
}

function hasEntity({ ownerNames }: TradeReport): boolean {
  return ownerNames.some(isEntityName);
}

function holdsInPlan({ nature, holderNotes }: TradeReport): boolean {
  return isPlan(nature) || (namedHolder(nature) === '' && holderNotes.some(namesPlan));
}

/** Whether both cite the same footnotes about the holder, which name somebody. */
function isSameNote(a: TradeReport, b: TradeReport): boolean {
  return (
    a.ownership === 'INDIRECT' &&
    b.ownership === 'INDIRECT' &&
    foldNotes(a.holderNotes) === foldNotes(b.holderNotes) &&
    namingWords(a.holderNotes).size >=
      (a.isTenPercentOwner && b.isTenPercentOwner ? 1 : WORDS_OF_A_NAME)
  );
}

/**
 * Whether their footnotes about the holder name others: fewer than half of the names are the same.
 */
function hasOtherNotes(a: TradeReport, b: TradeReport): boolean {
  const [fewer, more] = [namingWords(a.holderNotes), namingWords(b.holderNotes)].sort(
    (one, other) => one.size - other.size,
  );
  if (fewer === undefined || more === undefined || fewer.size === 0) return false;
  const shared = [...fewer].filter((word) => more.has(word)).length;
  return shared * 2 < fewer.size;
}

/** Whether what one line says of its holder names an owner of the other's filing. */
function namesAsHolder(line: TradeReport, other: TradeReport): boolean {
  const words = holderWords.get(line) ?? wordsOf([line.nature ?? '', ...line.holderNotes]);
  holderWords.set(line, words);
  return areNamed(other, words);
}

/** Whether anything else that one line says names an owner of the other's filing. */
function mentions(line: TradeReport, other: TradeReport): boolean {
  return areNamed(other, wordsOf([line.otherWords]));
}

/** A line is compared with all that agree with it. */
const holderWords = new WeakMap<TradeReport, ReadonlySet<string>>();

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(foldedWords(texts.join(' ')));
}

function areNamed({ ownerNames }: TradeReport, words: ReadonlySet<string>): boolean {
  return ownerNames.some((name) => {
    const parts = nameParts(name);
    return parts.length > 0 && parts.every((part) => words.has(part));
  });
}

/**
 * The words that a text must have to name somebody: family and first name, or an entity's own name.
 */
function nameParts(name: string): string[] {
  const parts = foldedWords(name).filter((part) => part.length > 1 && !SUFFIXES.has(part));
  if (isEntityName(name)) return parts;
  return parts.length < 2 ? [] : parts.slice(0, 2);
}

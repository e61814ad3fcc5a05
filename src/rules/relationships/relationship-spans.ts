import type { CalendarDate, Instant } from '../../values/index.ts';
import { compareFilings, type FilingOrder } from '../accounts/index.ts';
import { pointsToRemarks, statedText } from './stated-text.ts';

/** What makes a person an insider of an issuer (docs/domain.md §7). */
export type InsiderRole = 'DIRECTOR' | 'OFFICER' | 'TEN_PERCENT_OWNER' | 'OTHER';

/** What one filing says that one of its owners is to its issuer. */
export interface RelationshipStatement extends FilingOrder {
  readonly filingId: bigint;
  /** The owner's place in the filing, which may list an owner twice. */
  readonly ordinal: number;
  readonly effectiveOn: CalendarDate;
  /** The box "no longer subject to Section 16". */
  readonly isExit: boolean;
  /** In the order of the type; empty where the filing does not say. */
  readonly roles: readonly InsiderRole[];
  readonly officerTitle: string | null;
  readonly otherText: string | null;
  /** The filing's, which a title of "See Remarks" points to. */
  readonly remarks: string | null;
}

/**
 * What a person is to an issuer on the days of a span, to a question asked within a span of
 * knownAt.
 */
export interface RelationshipSpan
  extends Pick<RelationshipStatement, 'filingId' | 'roles' | 'officerTitle' | 'otherText'> {
  readonly from: CalendarDate;
  /** The first day on which it is over; null while it lasts. */
  readonly to: CalendarDate | null;
  readonly knownAt: Instant;
  /** The first moment at which more is known; null while nothing is. */
  readonly knownTo: Instant | null;
}

/**
 * The relationship of one person to one issuer on both times: what is said holds from its effective
 * date until something else is said; an exit ends it (docs/domain.md §7). The spans in force at any
 * one known-at never overlap. A function of the set of statements; a statement that becomes known
 * changes its neighbours alone, so thousands of them take no longer than sorting them does.
 */
export function relationshipSpans(
  statements: readonly RelationshipStatement[],
): RelationshipSpan[] {
  const timeline = new Timeline();
  const spans: RelationshipSpan[] = [];
  const open = new Map<RelationshipStatement, RelationshipSpan>();
  const settle = (statement: RelationshipStatement, now: Instant) => {
    const before = open.get(statement);
    const after = timeline.spanOf(statement);
    if (before !== undefined && after !== null && before.to === after.to) return;
    if (before !== undefined) spans.push({ ...before, knownTo: now });
    if (after === null) open.delete(statement);
    else open.set(statement, { ...after, knownAt: now, knownTo: null });
  };
  const known = asOneEach(statements).sort(compareFilings);
  // Statements that become known together are one step: nothing is true between them.
  let touched = new Set<RelationshipStatement>();
  for (const [index, statement] of known.entries()) {
    for (const each of timeline.add(statement)) touched.add(each);
    if (known[index + 1]?.knownAt === statement.knownAt) continue;
    for (const each of touched) settle(each, statement.knownAt);
    touched = new Set();
  }
  return [...spans, ...open.values()];
}

const ROLES: readonly InsiderRole[] = ['DIRECTOR', 'OFFICER', 'TEN_PERCENT_OWNER', 'OTHER'];

/**
 * One statement a filing: of an owner listed twice the roles of all rows, and the title and text of
 * the first row that has one (docs/domain.md §7).
 */
function asOneEach(statements: readonly RelationshipStatement[]): RelationshipStatement[] {
  const filings = new Map<bigint, RelationshipStatement>();
  for (const filed of [...statements].sort((a, b) => a.ordinal - b.ordinal)) {
    const statement = withStatedTexts(filed);
    const before = filings.get(statement.filingId);
    filings.set(statement.filingId, before === undefined ? statement : asOne(before, statement));
  }
  return [...filings.values()];
}

/** A statement with the texts that its filing's remarks give. */
function withStatedTexts(filed: RelationshipStatement): RelationshipStatement {
  const { officerTitle, otherText, remarks } = filed;
  if (!pointsToRemarks(officerTitle) && !pointsToRemarks(otherText)) return filed;
  return {
    ...filed,
    officerTitle: statedText(officerTitle, remarks),
    otherText: statedText(otherText, remarks),
  };
}

function asOne(a: RelationshipStatement, b: RelationshipStatement): RelationshipStatement {
  return {
    ...a,
    roles: ROLES.filter((role) => a.roles.includes(role) || b.roles.includes(role)),
    officerTitle: a.officerTitle ?? b.officerTitle,
    otherText: a.otherText ?? b.otherText,
  };
}

/** The statements known so far, in the order in which they take effect. */
class Timeline {
  /**
   * Those that count. Ones that say nothing come first: after one that does they are no statement.
   */
  readonly #said: RelationshipStatement[] = [];
  /** Of these, each that says something else than the one before it. */
  readonly #heads: RelationshipStatement[] = [];

  /** Takes a statement in; gives the statements whose span it may have begun, ended or moved. */
  add(statement: RelationshipStatement): RelationshipStatement[] {
    const place = placeOf(statement, this.#said);
    const previous = this.#said[place - 1];
    const says = saysSomething(statement);
    if (!says && previous !== undefined && saysSomething(previous)) return [];
    let end = place;
    if (says) while (isSilent(this.#said[end])) end += 1;
    this.#said.splice(place, end - place, statement);
    const next = this.#said[place + 1];
    const isHead = previous === undefined || !saysTheSame(previous, statement);
    const heads = isHead ? [statement] : [];
    if (next !== undefined && !saysTheSame(statement, next)) heads.push(next);
    const first = placeOf(statement, this.#heads);
    const last = next === undefined ? this.#heads.length : placeOf(next, this.#heads);
    const gone = this.#heads.splice(first, last - first, ...heads);
    const before = this.#heads[first - 1];
    return [...(before === undefined ? [] : [before]), ...gone, ...heads];
  }

  /**
   * The days on which what a statement says holds; null where it opens nothing, or no whole day.
   */
  spanOf(statement: RelationshipStatement): Omit<RelationshipSpan, 'knownAt' | 'knownTo'> | null {
    const { filingId, roles, officerTitle, otherText, effectiveOn: from, isExit } = statement;
    const place = placeOf(statement, this.#heads);
    const to = this.#heads[place]?.effectiveOn ?? null;
    if (isExit || to === from || this.#heads[place - 1] !== statement) return null;
    return { filingId, roles, officerTitle, otherText, from, to };
  }
}

/** How many of some statements in order come no later than one. */
function placeOf(
  statement: RelationshipStatement,
  statements: readonly RelationshipStatement[],
): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = statements[middle];
    if (other !== undefined && compareStatements(other, statement) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The order in which statements take effect: by effective date, then as filings are ordered. */
function compareStatements(a: RelationshipStatement, b: RelationshipStatement): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return compareFilings(a, b);
}

/** A page names joint filers without saying what they are (docs/reference/renditions.md). */
function saysSomething({ isExit, roles }: RelationshipStatement): boolean {
  return isExit || roles.length > 0;
}

function isSilent(statement: RelationshipStatement | undefined): boolean {
  return statement !== undefined && !saysSomething(statement);
}

function saysTheSame(a: RelationshipStatement, b: RelationshipStatement): boolean {
  return (
    a.isExit === b.isExit &&
    a.officerTitle === b.officerTitle &&
    a.otherText === b.otherText &&
    a.roles.join() === b.roles.join()
  );
}

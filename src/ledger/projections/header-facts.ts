import type { Row } from '../../database/index.ts';
import type { HeaderFacts } from '../../parser/index.ts';
import { compareText, groupBy, type Instant } from '../../values/index.ts';
import { canonicalJson } from '../events/index.ts';
import type { FilingRow } from './filing-rows.ts';

/** What one filing's header says of its issuer. */
export interface SaidFacts {
  readonly filing: bigint;
  readonly issuer: bigint;
  readonly knownAt: Instant;
  /** Orders filings of one known-at. */
  readonly orderKey: string;
  readonly facts: HeaderFacts;
}

/** What holds of an issuer from one known-at until another; null: without an end. */
export interface FactSpan extends Row {
  readonly issuer_id: bigint;
  readonly known_from: Instant;
  readonly known_to: Instant | null;
  /** The first filing that says so. */
  readonly filing_id: bigint;
  readonly sic: string | null;
  readonly sic_description: string | null;
  readonly fiscal_year_end: string | null;
  readonly state_of_incorporation: string | null;
}

/**
 * What holds of issuers by all that headers say, from one known-at until the next: the facts of the
 * latest filing, of several the least text (docs/domain.md §2). Pure; no order matters.
 */
export function factSpans(said: readonly SaidFacts[]): FactSpan[] {
  const stated = said.filter(({ facts }) => factsText(facts) !== NOTHING);
  return [...groupBy(stated, ({ issuer }) => issuer)].flatMap(([issuer, own]) => {
    const moments = [...groupBy(own, ({ knownAt }) => knownAt).values()].map(leastOf);
    const ordered = moments.sort((a, b) => compareText(a.knownAt, b.knownAt));
    const changes = ordered.filter(({ facts }, index) => {
      const before = ordered[index - 1];
      return before === undefined || factsText(before.facts) !== factsText(facts);
    });
    return changes.map(({ filing, knownAt, facts }, index) => ({
      issuer_id: issuer,
      known_from: knownAt,
      known_to: changes[index + 1]?.knownAt ?? null,
      filing_id: filing,
      sic: facts.sic,
      sic_description: facts.sicDescription,
      fiscal_year_end: facts.fiscalYearEnd,
      state_of_incorporation: facts.stateOfIncorporation,
    }));
  });
}

/** What a filing's header says; null where it has none. */
export function saidBy(filing: FilingRow): SaidFacts | null {
  const { id, issuer_id: issuer, known_at: knownAt, order_key: orderKey } = filing;
  const facts = filing.header_facts;
  return facts === null ? null : { filing: id, issuer, knownAt, orderKey, facts };
}

/**
 * Whether spans stay as they are with what a filing says: it says what holds at that moment, and
 * is not where anything begins.
 */
export function isSaidAlready(spans: readonly FactSpan[], { knownAt, facts }: SaidFacts): boolean {
  const text = factsText(facts);
  if (text === NOTHING) return true;
  return spans.some(
    (span) =>
      span.known_from < knownAt &&
      (span.known_to === null || span.known_to > knownAt) &&
      canonicalJson(cellsOf(span)) === text,
  );
}

/** Former names go their own way: each counts once said. */
function factsText(facts: HeaderFacts): string {
  const { sic, sicDescription, fiscalYearEnd, stateOfIncorporation } = facts;
  return canonicalJson([sic, sicDescription, fiscalYearEnd, stateOfIncorporation]);
}

function cellsOf(span: FactSpan) {
  return [span.sic, span.sic_description, span.fiscal_year_end, span.state_of_incorporation];
}

const NOTHING = canonicalJson([null, null, null, null]);

/** Of one known-at: the least text, and the filing that goes first of those that say it. */
function leastOf([first, ...others]: readonly SaidFacts[]): SaidFacts {
  return others.reduce((least, said) => {
    const order =
      compareText(factsText(said.facts), factsText(least.facts)) ||
      compareText(said.orderKey, least.orderKey);
    return order < 0 ? said : least;
  }, first as SaidFacts);
}

import type { TransactionFilter } from '../../reads/index.ts';
import { foldSecurityTitle } from '../../rules/index.ts';
import { boundedFilter } from '../bounds.ts';
import { builder } from '../builder.ts';
import {
  AcquiredDisposed,
  FormType,
  InsiderRole,
  LineFlag,
  OwnershipForm,
  PersonKind,
  Reconciliation,
  SecurityTable,
  Timeliness,
  TransactionCode,
} from '../enums.ts';
import { subjectKey } from '../identity/index.ts';
import { usersOf } from '../issuer/index.ts';
import { type Context, narrowed } from '../request/index.ts';
import { knownSpan } from '../viewpoint.ts';
import { PlanState } from './transaction-enums.ts';

/** TransactionFilter. */
export const TransactionFilterInput = builder.inputType('TransactionFilter', {
  description:
    'Which transactions; what is left out does not narrow. Lists have 100 values at most, and one of them is enough.',
  fields: (t) => ({
    issuers: t.idList({ description: 'Of one of these issuers.' }),
    tickers: t.stringList({
      description: 'Of an issuer that uses one of these trading symbols, as issuer(by:) finds it.',
    }),
    issuerCiks: t.field({ type: ['CIK'], description: 'Of an issuer with one of these CIKs.' }),
    sics: t.stringList({
      description:
        'Of an issuer with one of these SIC codes, four digits, as the headers known then say.',
    }),
    statesOfIncorporation: t.stringList({
      description:
        'Of an issuer incorporated in one of these, by EDGAR’s codes, as the headers known then say.',
    }),
    people: t.idList({ description: 'Reported by one of these people.' }),
    personCiks: t.field({ type: ['CIK'], description: 'Reported by one of these CIKs.' }),
    codes: t.field({ type: [TransactionCode], description: 'With one of these codes.' }),
    acquiredDisposed: t.field({ type: AcquiredDisposed, description: 'That went this way.' }),
    ownership: t.field({ type: OwnershipForm, description: 'Owned in this way.' }),
    table: t.field({ type: SecurityTable, description: 'In this table of the form.' }),
    securityTitle: t.string({
      description: 'Of this class of security: any title that folds to it.',
    }),
    effectiveFrom: t.field({ type: 'Date', description: 'Effective on this date or later.' }),
    effectiveTo: t.field({ type: 'Date', description: 'Effective on this date or earlier.' }),
    knownFrom: t.field({
      type: 'DateTime',
      description: 'Known at this instant, or on this day, or later.',
    }),
    knownTo: t.field({
      type: 'DateTime',
      description: 'Known at this instant, or on this day, or earlier.',
    }),
    minValue: t.field({ type: 'Decimal', description: 'Shares times price, USD: this or more.' }),
    maxValue: t.field({ type: 'Decimal', description: 'Shares times price, USD: this or less.' }),
    roles: t.field({
      type: [InsiderRole],
      description: 'Reported by somebody who is one of these, as the filing says.',
    }),
    officerTitle: t.string({
      description:
        'Reported by an officer with every word of this in the title, in any order and case.',
    }),
    personKind: t.field({ type: PersonKind, description: 'Reported by somebody of this kind.' }),
    timeliness: t.field({ type: [Timeliness], description: 'Reported so.' }),
    flags: t.field({ type: [LineFlag], description: 'With one of these flags.' }),
    plan: t.field({ type: PlanState, description: 'What is said of a Rule 10b5-1 plan.' }),
    forms: t.field({ type: [FormType], description: 'Of a filing of one of these forms.' }),
    amendments: t.boolean({
      description: 'True: of amendments alone. False: of original filings alone.',
    }),
    reconciliation: t.field({
      type: [Reconciliation],
      description: 'Whose amount after follows, or not, from the one before it.',
    }),
    includeSuperseded: t.boolean({
      defaultValue: false,
      description: 'True adds lines that an amendment superseded by then.',
    }),
  }),
});

type Given = typeof TransactionFilterInput.$inferInput;

/**
 * The filter that an argument means, its ids, CIKs and symbols led to whom they stand for today.
 */
export async function transactionFilterOf(
  given: Given,
  context: Context,
): Promise<TransactionFilter> {
  const { issuers, tickers, issuerCiks, people, personCiks, officerTitle, securityTitle, ...rest } =
    boundedFilter(given);
  const keysOf = (type: 'Person' | 'Issuer', name: string, ids: readonly string[]) =>
    Promise.all(ids.map((id, index) => subjectKey(type, id, `filter.${name}[${index}]`, context)));
  return narrowed<TransactionFilter>({
    ...rest,
    ...knownSpan(rest),
    issuers: inAll([
      issuers && (await keysOf('Issuer', 'issuers', issuers)),
      tickers && (await usersOf(tickers, context)),
      issuerCiks?.map(BigInt),
    ]),
    people: inAll([people && (await keysOf('Person', 'people', people)), personCiks?.map(BigInt)]),
    titleWords: officerTitle == null ? null : wordsOf(officerTitle),
    securityClass: securityTitle == null ? null : foldSecurityTitle(securityTitle),
  });
}

/** What all of the lists that are given have in common; null where none is given. */
function inAll(lists: readonly (readonly bigint[] | null | undefined)[]): bigint[] | null {
  const given = lists.filter((list) => list != null);
  const [first, ...others] = given;
  if (first === undefined) return null;
  return [...new Set(first)].filter((key) => others.every((list) => list.includes(key)));
}

function wordsOf(title: string): string[] {
  return title.split(/\s+/).filter(Boolean);
}

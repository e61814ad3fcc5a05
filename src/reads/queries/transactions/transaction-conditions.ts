import { literalLike } from '../../../database/index.ts';
import type { InsiderRole } from '../../../rules/index.ts';
import type { Instant } from '../../../values/index.ts';
import { type Add, knownConditions, lineConditions } from '../event-filter.ts';
import { knownThen } from '../in-force.ts';
import { factsConditions } from '../issuer-facts.ts';
import type { PlanState, TransactionFilter } from './transaction-filter.ts';

/** SQL for the transaction lines l that are counted at all. */
export const ARE_TRANSACTIONS = 'l.is_transaction AND NOT l.is_taken_back';

/** What transaction lines l are read from, and the conditions that they pass a filter. */
export interface FilteredTransactions {
  readonly from: string;
  readonly where: readonly string[];
}

/**
 * SQL for the transaction lines l that pass a filter, as known at an instant. Filings are joined
 * where the filter asks for what they say: of a walk past many lines that is half of the time.
 */
export function filteredTransactions(
  filter: TransactionFilter,
  knownAt: Instant,
  add: Add,
): FilteredTransactions {
  const known = knownBy(filter, add(knownAt));
  const { from, where } = linePasses(filter, knownAt, add);
  return { from, where: [ARE_TRANSACTIONS, known, ...where] };
}

/**
 * SQL for the lines l that pass a filter, whether they are counted or not; of issuers as they are
 * known at an instant.
 */
export function linePasses(
  filter: TransactionFilter,
  knownAt: Instant,
  add: Add,
): FilteredTransactions {
  const ofFilings = filingConditions(filter, add);
  const join = ofFilings.length === 0 ? '' : ' JOIN filing f ON f.id = l.filing_id';
  return {
    from: `reported_line l${join}`,
    where: [
      ...lineConditions(filter, add),
      ...knownConditions(filter, 'l.known_at', add),
      ...cellConditions(filter, add),
      ...factsConditions('l.issuer_id', filter, { knownAt, add }),
      ...ownerConditions(filter, add),
      ...ofFilings,
    ],
  };
}

/** Known by then, and not superseded by what was known then, unless such lines are asked for. */
function knownBy({ includeSuperseded }: TransactionFilter, then: string): string {
  if (includeSuperseded === true) return `l.known_at <= ${then}`;
  return knownThen('l', then, 'superseded_known_at');
}

function cellConditions(filter: TransactionFilter, add: Add): string[] {
  const { issuers, codes, maxValue, securityClass, timeliness, flags, reconciliation } = filter;
  const anyOf = (column: string, values: readonly unknown[] | undefined, type: string) =>
    values === undefined ? [] : [`${column} = ANY(${add(values)}::${type}[])`];
  return [
    ...anyOf('l.issuer_id', issuers, 'bigint'),
    ...anyOf('l.code', codes, 'transaction_code'),
    ...anyOf('l.timeliness', timeliness, 'timeliness'),
    ...anyOf('l.reconciliation', reconciliation, 'reconciliation'),
    ...(maxValue === undefined ? [] : [`l.value <= ${add(maxValue)}`]),
    ...(securityClass === undefined ? [] : [`l.security_class = ${add(securityClass)}`]),
    // The second says that no line without flags can pass: the index holds none.
    ...(flags === undefined ? [] : [`l.flags && ${add(flags)}::line_flag[]`, "l.flags <> '{}'"]),
  ];
}

const ROLE_COLUMNS: Readonly<Record<InsiderRole, string>> = {
  DIRECTOR: 'o.is_director',
  OFFICER: 'o.is_officer',
  TEN_PERCENT_OWNER: 'o.is_ten_percent_owner',
  OTHER: 'o.is_other',
};

/** What one and the same owner of the filing has to be. */
function ownerConditions(filter: TransactionFilter, add: Add): string[] {
  const { people, roles, titleWords = [], personKind } = filter;
  const owner = titleWords.map((word) => `o.officer_title ILIKE ${add(`%${literalLike(word)}%`)}`);
  if (people !== undefined) owner.push(`o.person_id = ANY(${add(people)}::bigint[])`);
  if (roles !== undefined) {
    owner.push(`(${roles.map((role) => ROLE_COLUMNS[role]).join(' OR ') || 'false'})`);
  }
  if (personKind !== undefined) {
    const kind = `(SELECT p.kind FROM person p WHERE p.id = o.person_id)`;
    owner.push(`${kind} = ${add(personKind)}`);
  }
  if (owner.length === 0) return [];
  const of = `FROM filing_owner o WHERE ${owner.join(' AND ')}`;
  // Some people have few filings: from these to the lines. Else from each line to its owners.
  return people === undefined
    ? [`EXISTS (SELECT ${of} AND o.filing_id = l.filing_id)`]
    : [`l.filing_id = ANY(ARRAY(SELECT o.filing_id ${of}))`];
}

const PLANS: Readonly<Record<PlanState, string>> = {
  BOX_CHECKED: "f.rule_10b5_one = 'AFFIRMED'",
  MENTIONED: "l.stated_plan = 'MENTIONED'",
  NEGATED: "l.stated_plan = 'NEGATED'",
  NONE: "l.stated_plan IS NULL AND f.rule_10b5_one <> 'AFFIRMED'",
};

function filingConditions({ amendments, forms, plan }: TransactionFilter, add: Add): string[] {
  const isAmendment = "f.form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A')";
  return [
    ...(forms === undefined ? [] : [`f.form = ANY(${add(forms)}::form_type[])`]),
    ...(amendments === undefined ? [] : [amendments ? isAmendment : `NOT ${isAmendment}`]),
    ...(plan === undefined ? [] : [PLANS[plan]]),
  ];
}

import type { ScreenQueryVariables, TransactionFilter } from '../graphql/index.ts';
import { addDays, today } from '../times/index.ts';
import { PERIODS, type ScreenAddress, SORTS } from './address.ts';

/** Of whom or what a screen is, beside its filters. */
export interface Subject {
  readonly issuer?: string;
  readonly person?: string;
}

/** What a screen asks the ledger. */
export type ScreenQuestion = Pick<ScreenQueryVariables, 'filter' | 'orderBy' | 'knownAt'>;

/** Beyond the open market all transactions are of interest, and so is what was amended. */
export function questionOf(
  address: ScreenAddress,
  { issuer, person }: Subject,
  { usually, knownAt }: { readonly usually: 'buys' | 'all'; readonly knownAt: string | null },
): ScreenQuestion {
  const { show = usually, ticker, role, min, plan, form, sort = 'known', way = 'down' } = address;
  const since = sinceOf(address);
  const filter: TransactionFilter = {
    ...(show === 'buys' && { codes: ['P'] as const }),
    ...(show === 'sells' && { codes: ['S'] as const }),
    ...(issuer !== undefined && { issuers: [issuer] }),
    ...(person !== undefined && { people: [person] }),
    ...(ticker !== undefined && { tickers: tickersOf(ticker) }),
    ...(role !== undefined && { roles: [role] }),
    ...(min !== undefined && { minValue: String(min) }),
    ...(since !== undefined && { knownFrom: since }),
    ...(address.until !== undefined && { knownTo: address.until }),
    ...(plan !== undefined && { plan }),
    ...(form !== undefined && { forms: [form] }),
    ...((issuer !== undefined || person !== undefined) && { includeSuperseded: true }),
  };
  return {
    filter,
    orderBy: { by: SORTS[sort], direction: way === 'up' ? 'ASC' : 'DESC' },
    knownAt,
  };
}

/** The first day of the period chosen. */
export function sinceOf({ since, period }: ScreenAddress): string | undefined {
  return since ?? (period === undefined ? undefined : addDays(today(), -PERIODS[period]));
}

function tickersOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

/** Where the server gives lines like these as an Atom feed (docs/guides/watch.md). */
export function feedAddress({ filter }: ScreenQuestion, { issuer, person }: Subject): string {
  const { includeSuperseded: _, issuers, people, ...asked } = filter ?? {};
  const of =
    issuer === undefined
      ? person === undefined
        ? 'transactions'
        : `person/${person}`
      : `issuer/${issuer}`;
  const parameters = parametersOf({
    ...asked,
    ...(issuer === undefined && { issuers }),
    ...(person === undefined && { people }),
  });
  return `/feeds/${of}.atom${parameters.size === 0 ? '' : `?${parameters}`}`;
}

/** Where the server gives the same lines as CSV (docs/guides/export.md). */
export function csvAddress({ filter, orderBy, knownAt }: ScreenQuestion): string {
  const parameters = parametersOf(filter ?? {});
  if (orderBy) {
    parameters.set('orderBy', orderBy.by);
    parameters.set('direction', orderBy.direction ?? 'DESC');
  }
  if (knownAt) parameters.set('knownAt', knownAt);
  parameters.set('format', 'csv');
  return `/export/transactions?${parameters}`;
}

function parametersOf(filter: TransactionFilter): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value != null) parameters.set(name, Array.isArray(value) ? value.join() : String(value));
  }
  return parameters;
}

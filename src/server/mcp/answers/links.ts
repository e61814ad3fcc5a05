import type { Asking } from '../asking.ts';

/** Somebody or something that the explorer has a view of. */
export interface Shown {
  readonly id: string;
  readonly cik?: string | null;
}

/** What of the two times an address says: days, where they were asked for. */
export interface LinkTimes {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** The address of a view of the explorer, with its times; null where nobody knows where it is. */
export function viewOf(
  path: string,
  { explorer }: Pick<Asking, 'explorer'>,
  { asOf, knownAt }: LinkTimes = {},
): string | null {
  if (explorer === null) return null;
  const times = new URLSearchParams({
    ...(asOf === undefined ? {} : { asOf }),
    // The explorer knows days; an instant stands for none.
    ...(knownAt === undefined || !/^\d{4}-\d\d-\d\d$/.test(knownAt) ? {} : { knownAt }),
  }).toString();
  return `${explorer}${path}${times === '' ? '' : `?${times}`}`;
}

/** The path of the view of a person. */
export function personPath({ id, cik }: Shown): string {
  return `/person/${cik ?? id}`;
}

/** The path of the view of an issuer. */
export function issuerPath({ id, cik }: Shown): string {
  return `/issuer/${cik ?? id}`;
}

/** The path of the view of a filing. */
export function filingPath(filing: {
  readonly id: string;
  readonly accessionNumber: string | null;
}): string {
  return `/filing/${filing.accessionNumber ?? filing.id}`;
}

/** A link, where there is an address. */
export function link(what: string, url: string | null): { what: string; url: string }[] {
  return url === null ? [] : [{ what, url }];
}

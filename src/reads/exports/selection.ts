import type { CalendarDate } from '../../values/index.ts';
import type { Add } from '../queries/index.ts';

/** What to export; what is left out does not narrow. */
export interface ExportSelection {
  readonly issuers?: readonly bigint[] | undefined;
  readonly people?: readonly bigint[] | undefined;
  /** Filings by id. */
  readonly filings?: readonly bigint[] | undefined;
  /**
   * Days from and to which, both included; which date of a row they are about is the export's to
   * say.
   */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/** SQL that filings f are of some issuers and owned by some people; none where neither is given. */
export function ofFilings({ issuers, people, filings }: ExportSelection, add: Add): string[] {
  return [
    ...(filings === undefined ? [] : [`f.id = ANY(${add(filings)}::bigint[])`]),
    ...(issuers === undefined ? [] : [`f.issuer_id = ANY(${add(issuers)}::bigint[])`]),
    ...(people === undefined
      ? []
      : [
          `f.id IN (SELECT o.filing_id FROM filing_owner o WHERE o.person_id = ANY(${add(people)}::bigint[]))`,
        ]),
  ];
}

/** A WHERE of all conditions; nothing where there is none. */
export function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

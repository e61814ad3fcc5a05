import type { Filing, HeaderFacts } from '../../src/parser/index.ts';
import { printSubmission } from '../../src/server/demo/index.ts';
import type { CalendarDate, Instant } from '../../src/values/index.ts';

/** What a submission is printed with: its number, the day of March 2024, what differs. */
interface Printed {
  readonly number: string;
  /** Two digits. */
  readonly day: string;
  readonly facts: Partial<HeaderFacts>;
  readonly issuer?: Partial<Filing['issuer']>;
  readonly remarks?: string | null;
}

const NOTHING: HeaderFacts = {
  sic: null,
  sicDescription: null,
  fiscalYearEnd: null,
  stateOfIncorporation: null,
  formerNames: [],
};

/** A full submission of a filing, accepted on a day, whose header says some facts of its issuer. */
export function headerSubmission(
  filing: Filing,
  { number, day, facts, issuer = {}, remarks = filing.remarks }: Printed,
): string {
  return printSubmission({
    ...filing,
    accessionNumber: number as NonNullable<Filing['accessionNumber']>,
    filedOn: `2024-03-${day}` as CalendarDate,
    acceptedAt: `2024-03-${day}T21:00:00.000Z` as Instant,
    issuer: { ...filing.issuer, ...issuer, headerFacts: { ...NOTHING, ...facts } },
    remarks,
  });
}

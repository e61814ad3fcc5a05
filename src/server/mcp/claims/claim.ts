import type { CalendarDate, Decimal } from '../../../values/index.ts';

/** What somebody is said to have done. */
export const ACTIONS = [
  'bought',
  'sold',
  'acquired',
  'disposed_of',
  'was_granted',
  'exercised',
  'gave',
  'held',
] as const;

/** What somebody is said to have done. */
export type Action = (typeof ACTIONS)[number];

/** A claim, read: who is said to have done what, when. Names are not resolved yet. */
export interface Claim {
  readonly person: string | null;
  readonly issuer: string | null;
  readonly action: Action;
  readonly shares: Decimal | null;
  readonly price: Decimal | null;
  /** What the price is of: each share, or all of them on average. */
  readonly priceIs: 'each' | 'average';
  /** The first and the last day of its period; null where it is not bounded so. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** Whether a claim stands. */
export type Outcome = 'CONFIRMED' | 'CONTRADICTED' | 'NOT_COVERED';

/** Why it does, or does not: which lines say so. */
export const REASONS = {
  ONE_LINE: 'One line says so.',
  ONE_FILING: 'The lines of one filing add up to it.',
  ONE_DAY: 'The lines of one day add up to it.',
  WHOLE_PERIOD: 'The lines of the whole period add up to it.',
  ONE_ACCOUNT: 'One account held so many.',
  DIRECT: 'The accounts held directly add up to it.',
  INDIRECT: 'The accounts held indirectly add up to it.',
  ALL_ACCOUNTS: 'All accounts of the class add up to it.',
  AMENDED: 'A filing said so, and an amendment has put other lines in its place.',
  OTHER_CELLS: 'What is reported of it has other numbers.',
  OTHER_ACTION: 'So many were reported, but it was something else that was done.',
  NONE_REPORTED: 'Filings of earlier and later days are here, and none of them says so.',
  NOTHING_HELD: 'Nothing of it was held on that day.',
  NO_FILING: 'No filing here covers it.',
  OUTSIDE_REPORTED: 'The filings here are of other times.',
  UNKNOWN_NAME: 'Nobody, or no issuer, of that name is in this ledger.',
  BEYOND_LEDGER: 'The period begins after what was known.',
} as const;

/** Why a claim stands, or does not. */
export type Reason = keyof typeof REASONS;

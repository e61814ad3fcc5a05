import { type FiledLine, type Filing, formNumber } from '../../parser/index.ts';
import { type CalendarDate, daysFrom, type Instant, newYorkDate } from '../../values/index.ts';

/** The Securities Exchange Act is of June 1934; nothing reported under it is older. */
const OLDEST = '1934-06-06';

/** What is odd about a filed date, if anything (docs/domain.md §5, "As filed, plus flags"). */
export function dateFlag(
  date: CalendarDate,
  knownAt: Instant,
): 'DATE_AFTER_FILING' | 'DATE_IMPLAUSIBLE' | null {
  if (date < OLDEST) return 'DATE_IMPLAUSIBLE';
  return date > newYorkDate(knownAt) ? 'DATE_AFTER_FILING' : null;
}

/**
 * The date a filing speaks of: its period of report, or the day it was known where that cannot be.
 */
export function filingEffectiveOn(filing: Filing, knownAt: Instant): CalendarDate {
  const period = filing.periodOfReport;
  return period !== null && dateFlag(period, knownAt) === null ? period : newYorkDate(knownAt);
}

/** So many days after its period a filing's words of what somebody is still go for that period. */
const NEAR_DAYS = 60;

/**
 * From when what a filing says of an owner's roles and title counts: its period of report where
 * that is near, else the day the filing was known, since a filing of 2023 about 2016 gives a title
 * of 2023 (docs/domain.md §7).
 */
export function roleEffectiveOn(filing: Filing, knownAt: Instant): CalendarDate {
  const period = filingEffectiveOn(filing, knownAt);
  const known = newYorkDate(knownAt);
  return daysFrom(period, known) > NEAR_DAYS ? known : period;
}

/**
 * Effective date of a line. A transaction's is its transaction date, unless a flag says why it
 * cannot be; a holding line's is the latest transaction date of a Form 4, else the period of report
 * (docs/domain.md §3).
 */
export function lineEffectiveOn(line: FiledLine, filing: Filing, knownAt: Instant): CalendarDate {
  const period = filingEffectiveOn(filing, knownAt);
  if (line.kind === 'transaction') return plausible(line.transactionDate, knownAt) ?? period;
  if (formNumber(filing.form) !== '4') return period;
  const latest = filing.lines
    .map((other) =>
      other.kind === 'transaction' ? plausible(other.transactionDate, knownAt) : null,
    )
    .filter((date) => date !== null)
    .sort()
    .at(-1);
  return latest ?? period;
}

function plausible(date: CalendarDate, knownAt: Instant): CalendarDate | null {
  return dateFlag(date, knownAt) === null ? date : null;
}

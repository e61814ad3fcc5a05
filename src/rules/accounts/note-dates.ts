import { remembered } from '../../values/index.ts';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const NAMED =
  /\b(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.? (\d{1,2})(?:ST|ND|RD|TH)?,? (\d{4})\b/g;
const NUMBERED = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/g;

/**
 * The days that footnotes name, as "2023-03-01", in the ways American filers write them. They tell
 * grants apart: when it was granted, when it vests (docs/domain.md §5). A footnote on a trading
 * plan tells when that was adopted, and is left out.
 */
export function noteDates(notes: readonly string[]): ReadonlySet<string> {
  const [note, ...others] = notes;
  if (note === undefined) return NONE;
  if (others.length === 0) return daysIn(note);
  return new Set(notes.flatMap((each) => [...daysIn(each)]));
}

const NONE: ReadonlySet<string> = new Set();

/** Footnotes are long, come again and again, and are asked for beside every account of a group. */
const daysIn = remembered(findDays, 800);

function findDays(note: string): ReadonlySet<string> {
  const dates = new Set<string>();
  if (!/\d/.test(note) || /10b5|105b/i.test(note)) return dates;
  const text = note.toUpperCase();
  for (const [, month = '', day = '', year = ''] of text.matchAll(NAMED)) {
    dates.add(dateOf(year, MONTHS.indexOf(month) + 1, day));
  }
  for (const [, month = '', day = '', year = ''] of text.matchAll(NUMBERED)) {
    dates.add(dateOf(year.length === 2 ? `20${year}` : year, Number(month), day));
  }
  return dates;
}

function dateOf(year: string, month: number, day: string): string {
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

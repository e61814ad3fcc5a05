import { createHash } from 'node:crypto';
import {
  type CalendarDate,
  INVENTED_FILER,
  invariant,
  parseAccessionNumber,
  type SourceDocument,
} from '../../values/index.ts';
import { cast } from './cast.ts';
import { Course } from './course.ts';
import { dateOf, dayOf, instantIn, monthOf, weekdayIn } from './days.ts';
import { type Draft, filingOf } from './draft.ts';
import { printSubmission } from './print-submission.ts';
import { Random } from './random.ts';
import { Seat } from './seat.ts';

/** How large a generated market is; the same sizes and seed give the same filings. */
export interface MarketSize {
  readonly issuers: number;
  readonly people: number;
  readonly years: number;
  readonly seed: number;
  /** The day after which nothing is filed. */
  readonly until: CalendarDate;
}

/**
 * The filings of a market that there never was, as submission texts, in the order in which EDGAR
 * would have accepted them.
 */
export function* generateMarket(size: MarketSize): Generator<SourceDocument> {
  const filer = marketFiler(size);
  let year = '';
  let number = 0;
  for (const draft of drafts(size)) {
    const filedIn = dateOf(draft.day).slice(2, 4);
    number = filedIn === year ? number + 1 : 1;
    year = filedIn;
    yield documentOf(draft, `${filer}-${year}-${String(number).padStart(6, '0')}`);
  }
}

/** The filer's number that begins the accession numbers of a market, another for another market. */
export function marketFiler(size: MarketSize): string {
  const { issuers, people, years, seed, until } = size;
  const named = createHash('sha256').update([issuers, people, years, seed, until].join(' '));
  const digits = String(named.digest().readUInt32BE() % 100_000).padStart(5, '0');
  return `${INVENTED_FILER}${digits}`;
}

/** Month by month, so that no more is kept than what is held, and what is filed a little later. */
function* drafts({ issuers, people, years, seed, until }: MarketSize): Generator<Draft> {
  const random = new Random(seed);
  const lastMonth = monthOf(until);
  const firstMonth = lastMonth - years * 12 + 1;
  const own = () => new Random(random.below(2 ** 32));
  const courses = Array.from({ length: issuers }, () => new Course(own()));
  const seats = cast(own(), { issuers, people, firstMonth, lastMonth }).flatMap((casting) => {
    const course = courses[casting.issuer];
    return course === undefined ? [] : [new Seat(own(), casting, course)];
  });
  let pending: Draft[] = [];
  for (let month = firstMonth; month <= lastMonth; month += 1) {
    for (const course of courses) course.enter(month);
    pending.push(...seats.flatMap((seat) => seat.file(month)));
    const isOver = month === lastMonth;
    const end = isOver ? dayOf(until) + 1 : weekdayIn(month + 1, 1);
    yield* pending.filter(({ day }) => day < end).sort(byAcceptance);
    pending = pending.filter(({ day }) => day >= end);
  }
}

function byAcceptance(a: Draft, b: Draft): number {
  return a.day - b.day || a.minute - b.minute;
}

function documentOf(draft: Draft, number: string): SourceDocument {
  const accessionNumber = parseAccessionNumber(number);
  invariant(accessionNumber !== null, `${number} is an accession number`);
  const filedOn = dateOf(draft.day);
  const acceptedAt = instantIn(draft.day, draft.minute);
  const filing = { ...filingOf(draft), accessionNumber, filedOn, acceptedAt };
  const bytes = new TextEncoder().encode(printSubmission(filing));
  return { name: `${number}.txt`, bytes, accessionNumber, filedOn: null };
}

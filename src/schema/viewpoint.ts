import type { Viewpoint } from '../reads/index.ts';
import {
  type CalendarDate,
  firstInstant,
  type Instant,
  lastInstant,
  newYorkDate,
} from '../values/index.ts';
import { builder } from './builder.ts';
import { badInput } from './errors.ts';
import type { Context } from './request/index.ts';

/** The knownAt argument alone. */
export const knownAtArgument = builder.args((t) => ({
  knownAt: t.field({
    type: 'DateTime',
    description:
      'What the public could know at this instant, or by the end of this day in New York. Left out: now, not the parent’s.',
  }),
}));

/** The asOf and knownAt arguments, both optional. */
export const viewpointArguments = builder.args((t) => ({
  asOf: t.field({
    type: 'Date',
    description: 'What was true on this date. Left out: today in New York, not the parent’s.',
  }),
  ...knownAtArgument,
}));

/** The viewpoint that arguments mean, by the request's clock. */
export function viewpointOf(
  args: { asOf?: CalendarDate | null | undefined } & KnownAt,
  { now }: Pick<Context, 'now'>,
): Viewpoint {
  return { asOf: args.asOf ?? todayOf(now), knownAt: knownAtOf(args, { now }) };
}

interface KnownAt {
  readonly knownAt?: Instant | CalendarDate | null | undefined;
}

/**
 * The instant that a knownAt argument means: a day is known by its end; none is the request's
 * clock.
 */
export function knownAtOf({ knownAt }: KnownAt, { now }: Pick<Context, 'now'>): Instant {
  if (knownAt == null) return now;
  return isDay(knownAt) ? lastInstant(knownAt) : knownAt;
}

/**
 * The span that knownFrom and knownTo mean: from the first instant of a day, to the last of one.
 */
export function knownSpan({
  knownFrom,
  knownTo,
}: {
  readonly knownFrom?: Instant | CalendarDate | null | undefined;
  readonly knownTo?: Instant | CalendarDate | null | undefined;
}) {
  return {
    knownFrom: knownFrom != null && isDay(knownFrom) ? firstInstant(knownFrom) : knownFrom,
    knownTo: knownTo != null && isDay(knownTo) ? lastInstant(knownTo) : knownTo,
  };
}

/** An instant with a day in its place is refused, naming the argument. */
export function instantAlone(
  given: Instant | CalendarDate | null | undefined,
  argument: string,
): Instant | null {
  if (given == null) return null;
  if (isDay(given)) throw badInput(`${argument}: is an instant with its offset, not a day.`);
  return given;
}

/** A day has no time. */
function isDay(given: Instant | CalendarDate): given is CalendarDate {
  return !given.includes('T');
}

let latest: { readonly now: Instant; readonly today: CalendarDate } | undefined;

/** The day of a request's clock: many rows of one request ask for it. */
function todayOf(now: Instant): CalendarDate {
  if (latest?.now !== now) latest = { now, today: newYorkDate(now) };
  return latest.today;
}

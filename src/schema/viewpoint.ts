import type { Viewpoint } from '../reads/index.ts';
import { type CalendarDate, type Instant, newYorkDate } from '../values/index.ts';
import { builder } from './builder.ts';
import type { Context } from './request/index.ts';

/** The knownAt argument alone. */
export const knownAtArgument = builder.args((t) => ({
  knownAt: t.field({
    type: 'DateTime',
    description: 'What the public could know at this instant. Left out: now, not the parent’s.',
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
  args: { asOf?: CalendarDate | null | undefined; knownAt?: Instant | null | undefined },
  { now }: Pick<Context, 'now'>,
): Viewpoint {
  return { asOf: args.asOf ?? todayOf(now), knownAt: args.knownAt ?? now };
}

let latest: { readonly now: Instant; readonly today: CalendarDate } | undefined;

/** The day of a request's clock: many rows of one request ask for it. */
function todayOf(now: Instant): CalendarDate {
  if (latest?.now !== now) latest = { now, today: newYorkDate(now) };
  return latest.today;
}

import { beginFollowing, type Followed, followedForms, latestFiledOn } from '../../desk/index.ts';
import type { Form } from '../../sources/index.ts';
import type { CalendarDate } from '../../values/index.ts';
import type { RevivableDatabase } from '../patience.ts';
import { daysBefore } from './days.ts';
import type { FollowListener } from './listener.ts';

/**
 * How far back a ledger that was never followed is completed; before that is the matter of a
 * backfill.
 */
const FIRST_DAYS = 31;

/**
 * How far each form is followed. One that never was is followed from the last day on of which the
 * ledger has any, where that is of the last month, else from today; a line says so.
 */
export async function readBeginnings(
  { pool }: Pick<RevivableDatabase, 'pool'>,
  {
    forms,
    today,
    listener,
  }: {
    readonly forms: readonly Form[];
    readonly today: CalendarDate;
    readonly listener: Pick<FollowListener, 'say'>;
  },
): Promise<ReadonlyMap<Form, Followed>> {
  const noted = await followedForms(pool);
  const fresh = forms.filter((form) => !noted.has(form));
  for (const form of fresh) {
    const latest = await latestFiledOn(pool, form);
    const isRecent = latest !== null && latest >= daysBefore(today, FIRST_DAYS);
    if (!isRecent) {
      listener.say(
        `Form ${form} was not followed before: it is from ${today} on. For what is earlier, see insider-ledger backfill.`,
      );
    }
    await beginFollowing(pool, form, daysBefore(isRecent && latest < today ? latest : today, 1));
  }
  return fresh.length === 0 ? noted : followedForms(pool);
}

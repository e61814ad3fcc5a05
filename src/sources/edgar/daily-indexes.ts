import { type CalendarDate, calendarDate } from '../../values/index.ts';
import type { Validators } from './answer.ts';
import type { EdgarClient } from './client.ts';
import { readIndex } from './indexes/index.ts';
import { jsonOf } from './json.ts';
import type { ListedSubmissions } from './listed-submission.ts';
import { dailyIndexFolder } from './paths.ts';

/** What EDGAR's index of a day lists. */
export type DailyIndex = ListedSubmissions;

const DAILY = /^form\.(\d{4})(\d{2})(\d{2})\.idx(?:\.gz)?$/;

/**
 * The days in the quarter of a day for which EDGAR has a daily index, with the index's path; null
 * where it has no list of them. Weekends and holidays have none, and the current day none before
 * the night.
 */
export async function listDailyIndexes(
  client: Pick<EdgarClient, 'get'>,
  day: CalendarDate,
): Promise<ReadonlyMap<CalendarDate, string> | null> {
  const folder = dailyIndexFolder(day);
  let names: readonly string[] = [];
  const answer = await client.get(`${folder}/index.json`, {
    fault(bytes) {
      const read = namesIn(bytes);
      names = read ?? [];
      return read === null ? 'no list of a folder' : null;
    },
  });
  if (answer.outcome !== 'found') return null;
  const days = new Map<CalendarDate, string>();
  for (const name of names) {
    const [, year, month, date] = DAILY.exec(name) ?? [];
    const listed = calendarDate(Number(year), Number(month), Number(date));
    if (listed !== null) days.set(listed, `${folder}/${name}`);
  }
  return days;
}

/**
 * The Forms 3, 4 and 5 of a daily index, unless it has not changed since `ifNewer`. Incorrect where
 * what comes is no index.
 */
export async function readDailyIndex(
  client: Pick<EdgarClient, 'get'>,
  path: string,
  ifNewer?: Validators,
): Promise<DailyIndex> {
  const answer = await client.get(path, {
    ...(ifNewer === undefined ? {} : { ifNewer }),
    fault: (bytes) =>
      /^\s*<(?:[!?]|html)/i.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))
        ? 'a page in place of an index'
        : null,
  });
  if (answer.outcome !== 'found') return answer;
  const { bytes, validators } = answer;
  const { filings, badLines } = await readIndex(once(bytes));
  return {
    outcome: 'found',
    filings: filings.map(({ path: below, ...filing }) => ({
      ...filing,
      path: `/Archives/${below}`,
    })),
    badLines: badLines.length,
    validators,
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The names in the JSON of a folder; null where it is no such thing. */
function namesIn(bytes: Uint8Array): string[] | null {
  const list = jsonOf(bytes) as { directory?: { item?: unknown } } | null | undefined;
  const item = list?.directory?.item;
  if (!Array.isArray(item)) return null;
  return item.flatMap((file: { name?: unknown } | null) =>
    typeof file?.name === 'string' ? [file.name] : [],
  );
}

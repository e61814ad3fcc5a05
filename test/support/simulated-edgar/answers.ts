import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../../src/values/index.ts';
import { atomFeed, folderList, index } from '../edgar/pages.ts';
import type { ScheduledDay, ScheduledFiling } from './calendar.ts';

/** How far the feed of a form goes back, in entries. */
const FEED_ENTRIES = 150;

/** What a simulated EDGAR has at an address at a moment; null where nothing is there. */
export function answerAt(
  calendar: readonly ScheduledDay[],
  url: URL,
  now: number,
): { readonly text: string; readonly etag: string } | null {
  const text =
    feedAt(calendar, url, now) ??
    indexAt(calendar, url.pathname, now) ??
    textAt(calendar, url, now);
  if (text === null) return null;
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
  return { text, etag };
}

function feedAt(calendar: readonly ScheduledDay[], { pathname, searchParams }: URL, now: number) {
  if (pathname !== '/cgi-bin/browse-edgar') return null;
  const type = searchParams.get('type') ?? '';
  const listed = calendar
    .flatMap(({ filings }) => filings)
    .filter(({ form, listedAt }) => form.startsWith(type) && listedAt <= now);
  const start = Number(searchParams.get('start') ?? 0);
  const left = Math.max(0, FEED_ENTRIES - start);
  return atomFeed(listed, start, Math.min(Number(searchParams.get('count') ?? 40), 100, left));
}

function indexAt(calendar: readonly ScheduledDay[], pathname: string, now: number): string | null {
  const [, year, quarter, date] =
    /^\/Archives\/edgar\/daily-index\/(\d{4})\/QTR([1-4])\/(?:form\.(\d{8})\.idx|index\.json)$/.exec(
      pathname,
    ) ?? [];
  if (year === undefined) return null;
  const here = calendar.filter(
    (one) =>
      one.indexAt <= now &&
      one.day.slice(0, 4) === year &&
      Math.ceil(Number(one.day.slice(5, 7)) / 3) === Number(quarter),
  );
  if (date === undefined) {
    return folderList(here.map(({ day }) => `form.${digits(day)}.idx`));
  }
  const found = here.find(({ day }) => digits(day) === date);
  return found === undefined ? null : printed(found, now);
}

function printed({ filings, wholeAt, oddity }: ScheduledDay, now: number): string {
  const shown = filings.filter(({ isInFirstIndex }) => isInFirstIndex || wholeAt <= now);
  const text = index('form', shown, { daily: true });
  switch (oddity) {
    case 'duplicated':
      return text + text.split('\n').slice(-3).join('\n');
    case 'column':
      return text
        .split('\n')
        .map((line) => (/File Name/.test(line) ? `${line.trimEnd()}  Accepted` : line))
        .map((line) => (line.includes('edgar/') ? `${line}  20240507161200` : line))
        .join('\n');
    case 'bad row':
      return `${text}4   NOBODY\n`;
    case 'windows':
      return `\u00ef\u00bb\u00bf${text.replaceAll('\n', '\r\n')}`;
    default:
      return text;
  }
}

function textAt(calendar: readonly ScheduledDay[], { pathname }: URL, now: number): string | null {
  const number = /^\/Archives\/edgar\/data\/\d+\/(\d{10}-\d{2}-\d{6})\.txt$/.exec(pathname)?.[1];
  const filing = filingsOf(calendar).get(number ?? '');
  return filing === undefined || filing.textAt > now ? null : filing.text;
}

const BY_NUMBER = new WeakMap<readonly ScheduledDay[], Map<string, ScheduledFiling>>();

function filingsOf(calendar: readonly ScheduledDay[]): Map<string, ScheduledFiling> {
  const known = BY_NUMBER.get(calendar);
  if (known !== undefined) return known;
  const all = calendar.flatMap(({ filings }) => filings);
  const map = new Map(all.map((filing) => [filing.accessionNumber as string, filing]));
  BY_NUMBER.set(calendar, map);
  return map;
}

function digits(day: CalendarDate): string {
  return day.replaceAll('-', '');
}

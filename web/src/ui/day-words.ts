const LONG = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/**
 * A day in words.
 *
 * @example dayWords('2023-03-07') // '7 Mar 2023'
 */
export function dayWords(day: string): string {
  return LONG.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)).replace('Sept', 'Sep');
}

/**
 * How long a day is past, in its largest two parts.
 *
 * @example agoWords('2023-06-15', '2026-11-30') // '3 years 5 months ago'
 */
export function agoWords(day: string, today: string): string {
  if (day >= today) return 'today';
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [nowYear = 0, nowMonth = 0, nowDate = 0] = today.split('-').map(Number);
  const months = (nowYear - year) * 12 + nowMonth - month - (nowDate < date ? 1 : 0);
  if (months < 1) {
    return `${counted(Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000), 'day')} ago`;
  }
  const parts = [
    ...(months >= 12 ? [counted(Math.floor(months / 12), 'year')] : []),
    ...(months % 12 > 0 ? [counted(months % 12, 'month')] : []),
  ];
  return `${parts.join(' ')} ago`;
}

/**
 * So many of something.
 *
 * @example counted(2, 'day') // '2 days'
 */
export function counted(count: number, what: string, several = `${what}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? what : several}`;
}

const HERE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const NEW_YORK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/New_York',
  hour: '2-digit',
  minute: '2-digit',
  day: 'numeric',
  month: 'short',
});

/** An instant in the reader's time zone, which is named, and in New York. */
export function inZone(instant: string): string {
  const at = new Date(instant);
  return `${HERE.format(at)}; in New York ${NEW_YORK.format(at)}`;
}

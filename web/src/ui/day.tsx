const IN_NEW_YORK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in New York of an instant, YYYY-MM-DD; a day is given as it is. */
export function dayOf(time: string): string {
  return time.length === 10 ? time : IN_NEW_YORK.format(new Date(time));
}

/** A day, or the day in New York of an instant, which is shown on hover. */
export function Day({ of }: { readonly of: string }) {
  return (
    <time dateTime={of} title={of.length === 10 ? undefined : of} className="digits">
      {dayOf(of)}
    </time>
  );
}

import { Link } from '@tanstack/react-router';
import { dayOf } from './day.tsx';
import { sameTimes } from './entity-links.tsx';
import { inZone } from './in-zone.ts';

interface FilingDayProps {
  readonly filing: { readonly id: string; readonly accessionNumber: string | null };
  readonly knownAt: string;
}

/** The day on which a filing became known, leading to the view of the filing. */
export function FilingDay({ filing, knownAt }: FilingDayProps) {
  return (
    <Link
      to="/filing/$number"
      params={{ number: filing.accessionNumber ?? filing.id }}
      search={sameTimes}
      title={`${inZone(knownAt)}. Opens the filing.`}
      className="digits"
    >
      <time dateTime={knownAt}>{dayOf(knownAt)}</time>
    </Link>
  );
}

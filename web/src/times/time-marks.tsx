import { addDays, daysBetween } from './days.ts';
import { type Mark, yearsBetween } from './marks.ts';
import styles from './two-times.module.css';
import type { Axis } from './use-draft.ts';

/**
 * The years of an axis, and what is marked on it: above when it was true, below when it became
 * known, and a line from the one to the other.
 */
export function TimeMarks({
  axis,
  marks,
}: {
  readonly axis: Axis;
  readonly marks: readonly Mark[];
}) {
  const place = (day: string) => {
    const at = Math.min(Math.max(daysBetween(axis.from, day), 0), axis.days);
    return `${(100 * at) / axis.days}%`;
  };
  return (
    <svg
      className={styles.axis}
      role="img"
      aria-label={`${marks.length} filings on the axis of time`}
    >
      <line x1="0" x2="100%" y1="8" y2="8" className={styles.line} />
      <line x1="0" x2="100%" y1="24" y2="24" className={styles.line} />
      {yearsBetween(axis.from, addDays(axis.from, axis.days)).map((year) => (
        <text key={year} x={place(`${year}-01-01`)} y="44" className={styles.year}>
          {year}
        </text>
      ))}
      {marks.map(({ key, day, effectiveOn, label }) => {
        const ends = { x1: place(effectiveOn ?? day), x2: place(day), y1: '8', y2: '24' };
        return (
          <g key={key} className={styles.mark}>
            <title>{saysOf({ label, day, effectiveOn })}</title>
            <line {...ends} className={styles.reach} />
            <line {...ends} className={styles.lag} />
            {effectiveOn != null && (
              <circle cx={ends.x1} cy="8" r="4" className={styles.effective} />
            )}
            <circle cx={ends.x2} cy="24" r="4" className={styles.known} />
          </g>
        );
      })}
    </svg>
  );
}

function saysOf({ label, day, effectiveOn }: Omit<Mark, 'key'>): string {
  return effectiveOn == null
    ? `${label}, known ${day}`
    : `${label}, of ${effectiveOn}, known ${day}`;
}

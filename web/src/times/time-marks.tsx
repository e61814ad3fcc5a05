import { daysBetween } from './days.ts';
import type { Axis } from './time-slider.tsx';
import styles from './two-times.module.css';
import type { Mark } from './two-times.tsx';

/** The years of an axis, and what is marked on it. */
export function TimeMarks({
  axis,
  marks,
}: {
  readonly axis: Axis;
  readonly marks: readonly Mark[];
}) {
  const place = (day: string) => `${(100 * daysBetween(axis.from, day)) / axis.days}%`;
  return (
    <svg
      className={styles.axis}
      role="img"
      aria-label={`${marks.length} filings on the axis of time`}
    >
      <line x1="0" x2="100%" y1="8" y2="8" className={styles.line} />
      {yearsOf(axis).map((year) => (
        <text key={year} x={place(`${year}-01-01`)} y="26" className={styles.year}>
          {year}
        </text>
      ))}
      {marks.map(({ key, day, label }) => (
        <circle key={key} cx={place(day)} cy="8" r="3.5" className={styles.mark}>
          <title>{`${day} ${label}`}</title>
        </circle>
      ))}
    </svg>
  );
}

/** As many years as there is room for: every one, every second, every fifth. */
function yearsOf({ from, days }: Axis): number[] {
  const first = Number(from.slice(0, 4)) + 1;
  const count = Math.floor(days / 365.25);
  const step = [1, 2, 5, 10].find((every) => count / every <= 10) ?? 20;
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => first + at * step);
}

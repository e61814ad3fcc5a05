import { type KeyboardEvent, useState } from 'react';

/** Which mark of a chart is shown, and which is reached by Tab. */
export interface ChosenMark {
  /** The one whose line is shown; null: none. */
  readonly shown: number | null;
  /** The one that Tab reaches. */
  readonly tabStop: number;
  readonly show: (mark: number) => void;
  readonly hide: () => void;
  /** Goes to another by the arrow keys, Home and End; Escape hides the line. */
  readonly onKeyDown: (event: KeyboardEvent<SVGElement>) => void;
}

/** Goes among so many marks, by pointer and by keyboard within one tab stop. */
export function useChosenMark(count: number, first: number | null = null): ChosenMark {
  const [shown, setShown] = useState<number | null>(first);
  const [last, setLast] = useState(first ?? 0);
  const tabStop = Math.min(last, count - 1);
  return {
    shown: shown !== null && shown < count ? shown : null,
    tabStop,
    show: (mark) => {
      setShown(mark);
      setLast(mark);
    },
    hide: () => setShown(null),
    onKeyDown: (event) => {
      if (event.key === 'Escape') setShown(null);
      const to = destination(event.key, tabStop, count);
      if (to === null) return;
      event.preventDefault();
      event.currentTarget.querySelector<SVGElement>(`[data-mark="${to}"]`)?.focus();
    },
  };
}

/** The mark that a key leads to; null where it leads nowhere. */
export function destination(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

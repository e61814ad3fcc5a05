import { useEffect, useState } from 'react';
import { addDays, daysBetween } from './days.ts';

/** An axis of time: its first day, and how many days after it the last. */
export interface Axis {
  readonly from: string;
  readonly days: number;
}

/** How long a thumb rests before what it stands at is asked for. */
const REST_MS = 120;

interface Chosen {
  /** Null: the end of the axis, whenever that is. */
  readonly day: string | null;
  readonly choose: (day: string | null) => void;
}

/** Where a thumb stands while it is moved: chosen once it rests there, or at once by `set`. */
export function useDraft(axis: Axis, { day, choose }: Chosen) {
  const at = day === null ? axis.days : daysBetween(axis.from, day);
  const [draft, setDraft] = useState<number | null>(null);
  if (draft !== null && draft === at) setDraft(null);
  const { from, days } = axis;
  const drafted = draft === null || draft === days ? null : addDays(from, draft);
  useEffect(() => {
    if (draft === null) return;
    const rested = setTimeout(() => choose(drafted), REST_MS);
    return () => clearTimeout(rested);
  }, [draft, drafted, choose]);
  const set = (chosen: string | null) => {
    setDraft(null);
    choose(chosen);
  };
  return {
    place: Math.min(Math.max(draft ?? at, 0), days),
    shown: draft === null ? day : drafted,
    move: setDraft,
    set,
  } as const;
}

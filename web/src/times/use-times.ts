import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { endOfDay, today } from './days.ts';

/** The two times of a view, as its address says them. */
export interface Times {
  /** What was true on this day. */
  readonly asOf: string;
  /** What was known at the end of this day in New York; null: now. */
  readonly knownOn: string | null;
  /** The same as an instant, for a question's variables; null: now. */
  readonly knownAt: string | null;
}

/**
 * Reads the two times from the address, and changes them there: today and now where it says none.
 */
export function useTimes() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asOf = search.asOf ?? today();
  const knownOn = search.knownAt ?? null;
  const times: Times = { asOf, knownOn, knownAt: knownOn === null ? null : endOfDay(knownOn) };
  const change = useCallback(
    (changed: { readonly asOf?: string; readonly knownOn?: string | null }) => {
      void navigate({
        to: '.',
        search: (previous: Readonly<Record<string, unknown>>) => ({
          ...previous,
          ...('asOf' in changed && { asOf: changed.asOf }),
          ...('knownOn' in changed && { knownAt: changed.knownOn ?? undefined }),
        }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { times, change } as const;
}

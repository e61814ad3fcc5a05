import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { USUALLY } from './cut-off.tsx';

/** Of so many the server tells the neighbours at once. */
const AT_MOST = 80;

/**
 * What the address says is opened beside the one in the middle, and how many neighbours each shows;
 * changes both there.
 */
export function useOpened() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const opened = useMemo(() => idsOf(search.open), [search.open]);
  const change = useCallback(
    (
      how: (previous: { open?: string; most?: number }) => {
        open?: string | undefined;
        most?: number;
      },
    ) => {
      void navigate({
        to: '.',
        search: (previous: Readonly<Record<string, unknown>>) => ({
          ...previous,
          ...how(previous),
        }),
        resetScroll: false,
      });
    },
    [navigate],
  );
  const toggle = useCallback(
    (id: string) => change(({ open }) => ({ open: toggled(open, id) })),
    [change],
  );
  const show = useCallback((most: number) => change(() => ({ most })), [change]);
  return { opened, most: search.most ?? USUALLY, toggle, show } as const;
}

function toggled(open: string | undefined, id: string): string | undefined {
  const ids = idsOf(open);
  const changed = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  return changed.join() || undefined;
}

function idsOf(open: string | undefined): string[] {
  return [...new Set((open ?? '').split(',').filter((id) => id !== ''))].slice(0, AT_MOST);
}

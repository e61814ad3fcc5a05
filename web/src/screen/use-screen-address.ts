import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ScreenAddress } from './address.ts';

/** The filters of the screen in the address, and what changes them there. */
export function useScreenAddress() {
  const address: ScreenAddress = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (changed: ScreenAddress) => {
      void navigate({
        to: '.',
        search: (previous: Readonly<Record<string, unknown>>) => ({ ...previous, ...changed }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { address, change } as const;
}

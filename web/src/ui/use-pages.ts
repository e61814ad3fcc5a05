import { useState } from 'react';

/**
 * After which cursor the next page of a list begins; from the start again when another list is
 * asked for.
 */
export function usePages(list: string) {
  const [page, setPage] = useState<{ readonly of: string; readonly after: string | null }>();
  const load = (after: string | null) => setPage({ of: list, after });
  return { after: page?.of === list ? page.after : null, load } as const;
}

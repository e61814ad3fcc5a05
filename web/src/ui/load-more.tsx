interface LoadMoreProps {
  /** What there is more of. */
  readonly what: string;
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly fetching: boolean;
  readonly load: (after: string | null) => void;
}

/** Asks for the next page of a list; nothing where all of it is there. */
export function LoadMore({ what, page, fetching, load }: LoadMoreProps) {
  if (!page.hasNextPage) return null;
  return (
    <p>
      <button type="button" disabled={fetching} onClick={() => load(page.endCursor)}>
        {fetching ? 'Loading …' : `Load more ${what}`}
      </button>
    </p>
  );
}

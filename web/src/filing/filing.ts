import type { FilingQuery } from '../graphql/index.ts';

/** A filing, as the view of one asks for it. */
export type Filing = NonNullable<FilingQuery['filing']>;

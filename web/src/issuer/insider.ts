import type { InsidersQuery } from '../graphql/index.ts';

/** An insider of an issuer, with what they hold of it. */
export type Insider = NonNullable<InsidersQuery['issuer']>['insiders']['nodes'][number];

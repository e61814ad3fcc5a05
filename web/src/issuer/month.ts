import type { ActivityQuery } from '../graphql/index.ts';

/** A month of an issuer: what insiders bought and sold in it. */
export type Month = NonNullable<ActivityQuery['issuer']>['activity'][number];

/** A split or the like, as the charts mark it. */
export type Action = NonNullable<ActivityQuery['issuer']>['corporateActions'][number];

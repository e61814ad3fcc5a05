export { backfill } from './backfill.ts';
export { type BackfillOptions, type BackfillPlan, planBackfill } from './plan.ts';
export type {
  BackfillProgress,
  BackfillSummary,
  QuarterEnd,
} from './work.ts';

export { ActivitySide } from './activity-side.ts';
export { classFields } from './class-activity.ts';

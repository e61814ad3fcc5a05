export { type FollowOptions, type FollowSummary, follow } from './follow.ts';

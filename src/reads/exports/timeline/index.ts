export { type Changed, changedSince } from './changed.ts';
export {
  holdingsTimeline,
  RECTANGLE_COLUMNS,
  RECTANGLE_DECIMALS,
} from './holdings-timeline.ts';
export { timelineTables } from './timeline-tables.ts';

export { readThrough } from './versions.ts';
export { type TimelineWritten, writeTimeline } from './write-timeline.ts';

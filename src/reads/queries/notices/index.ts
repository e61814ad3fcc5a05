export { type LineNotice, type LineRetraction, latestNotices } from './latest-notices.ts';
export type { NoticedLine, Reporter } from './noticed-line.ts';
export {
  type EventNotice,
  type NoticesFound,
  type NoticeWindow,
  noticesAfter,
  type ReportedNotice,
  type RetractedNotice,
} from './notices-after.ts';
export { type RetractingEvent, retractingEvents } from './retracting-events.ts';

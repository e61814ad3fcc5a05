export { type LineNotice, type LineRetraction, latestNotices } from './latest-notices.ts';
export type { NoticedLine, Reporter } from './noticed-line.ts';

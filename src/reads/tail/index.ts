export { type Announcements, listen } from './announcements.ts';
export { openTail, type Tail, type TailOptions } from './tail.ts';

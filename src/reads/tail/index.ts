export { type Announcements, listen } from './announcements.ts';
export { type SealedEvent, sealedEvents } from './sealed-events.ts';
export { openTail, type Tail, type TailOptions } from './tail.ts';

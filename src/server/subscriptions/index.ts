export { EventStream } from './event-stream.ts';
export { KeyWatch } from './key-watch.ts';
export type { LiveResults } from './live-results.ts';
export { Subscriptions } from './subscriptions.ts';
export { serveWebSockets, type WebSockets } from './web-sockets.ts';

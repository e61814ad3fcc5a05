export { sendEvents } from './event-stream.ts';
export { type SubscriptionLimits, SubscriptionSlots } from './subscription-slots.ts';
export { Subscriptions } from './subscriptions.ts';
export { serveWebSockets, type WebSockets } from './web-sockets.ts';

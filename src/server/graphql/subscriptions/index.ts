export { type SubscriptionLimits, SubscriptionSlots } from './subscription-slots.ts';
export { subscriptions } from './subscriptions.ts';
export { serveWebSockets, type WebSockets } from './web-sockets.ts';

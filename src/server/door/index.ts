export { clientAddress } from './client-address.ts';
export { admit, clientOf, count, type Door, type Refusal } from './door.ts';
export { RateLimit } from './rate-limit.ts';
export { badRequest, refusal, statusOf, withStatus } from './refusal.ts';
export { refuseCrossSite } from './refuse-cross-site.ts';
export { refuseHost } from './refuse-host.ts';

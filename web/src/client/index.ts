export { createClient } from './client.ts';
export { subscribe } from './feed.ts';
export { isOfNothing } from './is-of-nothing.ts';

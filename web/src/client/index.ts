export { createClient } from './client.ts';
export { subscribe } from './feed.ts';

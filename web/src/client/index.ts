export { createClient, ENDPOINT } from './client.ts';
export { isOfNothing } from './is-of-nothing.ts';

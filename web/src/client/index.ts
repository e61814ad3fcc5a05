export { createClient, ENDPOINT } from './client.ts';

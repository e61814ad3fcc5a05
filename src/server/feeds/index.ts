export { serveFeed } from './serve-feeds.ts';

export { type Page, readPage } from './read-page.ts';
export { servePage } from './serve-page.ts';

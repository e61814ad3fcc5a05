export { type EdgarPace, openPace, type PaceOptions } from './pace.ts';

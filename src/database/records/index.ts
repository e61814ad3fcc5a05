export { type Records, recordsOf } from './records.ts';

export { today } from './days.ts';
export { FilingTimes } from './filing-times.tsx';
export { type Times, useTimes } from './use-times.ts';

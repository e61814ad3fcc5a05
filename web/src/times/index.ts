export { endOfDay, today } from './days.ts';
export { type Mark, TwoTimes } from './two-times.tsx';
export { type Times, useTimes } from './use-times.ts';

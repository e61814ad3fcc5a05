export { axisStart } from './axis-start.ts';
export { endOfDay, today } from './days.ts';
export type { Mark } from './marks.ts';
export { TwoTimes } from './two-times.tsx';
export { type Times, useTimes } from './use-times.ts';

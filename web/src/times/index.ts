export { DayField } from './day-field.tsx';
export { addDays, endOfDay, today } from './days.ts';
export { FilingTimes } from './filing-times.tsx';
export { TimesSentence } from './times-sentence.tsx';
export { type Times, useTimes } from './use-times.ts';

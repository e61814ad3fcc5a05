export { choose, findIssuer, findPerson, findSubject, LONGEST_NAME } from './find-subject.ts';
export type { FoundIssuer, FoundPerson, Subject, SubjectType } from './subject.ts';
export { type AskedTimes, dateOf, instantOrDay, TIMES, timesOf } from './times.ts';

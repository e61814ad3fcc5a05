export { lackingSubmissions } from './lacking-submissions.ts';
export {
  type BackfillSource,
  type FinishedQuarter,
  finishedQuarters,
  noteFinished,
} from './progress.ts';

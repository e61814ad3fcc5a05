import { Anomaly } from '../../values/index.ts';

/** That a question cannot be answered as it was asked: a sentence that says why, and what to do. */
export function refused(sentence: string): Anomaly {
  return new Anomaly('Incorrect', sentence);
}

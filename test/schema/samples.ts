import { sampleDocuments } from '../support/samples.ts';

/** The invented filings of samples/, by their path there. */
export function invented(): Record<string, string> {
  const documents = Object.entries(sampleDocuments());
  return Object.fromEntries(documents.filter(([path]) => !path.startsWith('seeds/')));
}

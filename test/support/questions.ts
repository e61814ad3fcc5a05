import { readFileSync } from 'node:fs';

/** A question of docs/guides/questions.md, and the request that asks it. */
export interface Question {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly query: string;
}

const PAGE = new URL('../../docs/guides/questions.md', import.meta.url);
const QUESTION = /^\*\*(\d+)\. ([^*]+)\*\*\n\n```graphql\n([\s\S]+?)```/gm;

/** The questions of docs/guides/questions.md, as they stand there: each asks the samples. */
export function readQuestions(): Question[] {
  return [...readFileSync(PAGE, 'utf8').matchAll(QUESTION)].map(
    ([, number, title = '', query = '']) => ({ number: Number(number), title, query }),
  );
}

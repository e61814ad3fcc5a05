import type { TestAssistant } from '../support/assistant/assistant.ts';
import type { GeneratedQuestion } from './questions.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, compared as JSON.
type Any = any;

/** What came of questions. */
export interface QuestionsReport {
  readonly asked: number;
  readonly same: number;
  /** How many answers had something in them. */
  readonly found: number;
  /** How many were shown in part. */
  readonly inPart: number;
  readonly largestBytes: number;
  readonly faults: readonly string[];
}

/** Asks each question twice, the assistant's way and GraphQL's, and compares what they say. */
export async function askQuestions(
  { ask }: Pick<TestAssistant, 'ask'>,
  url: string,
  questions: readonly GeneratedQuestion[],
): Promise<QuestionsReport> {
  const faults: string[] = [];
  let [same, found, inPart, largestBytes] = [0, 0, 0, 0];
  for (const question of questions) {
    const { structured, words, isError, bytes } = await ask(question.tool, question.args);
    largestBytes = Math.max(largestBytes, bytes);
    if (isError) {
      faults.push(`${question.tool} ${JSON.stringify(question.args)}\n  ${words}`);
      continue;
    }
    const data = await askGraphql(url, question);
    const said = question.said(structured);
    const wanted = question.wanted({ ...data, chosen: structured.explained?.account });
    const shown = JSON.stringify(said);
    const isThere = question.isUnordered
      ? new Set(said).size === said.length && said.every((each) => wanted.includes(each))
      : shown === JSON.stringify(wanted.slice(0, said.length));
    const { shown: count, of } = structured.complete;
    const total = question.total?.(data) ?? of;
    const isWhole = wanted.length === said.length || structured.complete.next !== null;
    const isSame = isThere && isWhole && of === total;
    if (isSame) same += 1;
    else {
      const both = `${shown.slice(0, 500)}\n  ${JSON.stringify(wanted).slice(0, 500)}`;
      faults.push(`${question.tool} ${JSON.stringify(question.args)}\n  ${both}`);
    }
    found += Number(count > 0);
    inPart += Number(structured.complete.next !== null);
  }
  const asked = questions.length;
  return { asked, same, found, inPart, largestBytes, faults: faults.slice(0, 20) };
}

async function askGraphql(url: string, { query, variables }: GeneratedQuestion): Promise<Any> {
  const ask = async (after: string | null) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { ...variables, after } }),
    });
    const { data, errors } = (await response.json()) as { data: Any; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const data = await ask(null);
  const page = data.snapshot?.holdings;
  while (page?.pageInfo.hasNextPage) {
    const { holdings } = (await ask(page.pageInfo.endCursor)).snapshot;
    page.nodes.push(...holdings.nodes);
    page.pageInfo = holdings.pageInfo;
  }
  return data;
}

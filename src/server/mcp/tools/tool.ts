import type { z } from 'zod';
import type { Answer } from '../answers/index.ts';
import type { Asking } from '../asking.ts';

/** A question that an assistant may ask. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** What it answers, for an assistant that chooses among tools. */
  readonly description: string;
  readonly input: Input;
  readonly output: z.ZodObject;
  /** Answers; rejects with a sentence where it cannot be answered so. */
  readonly answer: (args: z.output<Input>, asking: Asking) => Promise<Answer>;
}

/** A tool, its arguments typed by their schema. */
export function tool<Input extends z.ZodObject>(of: Tool<Input>): Tool {
  return of as unknown as Tool;
}

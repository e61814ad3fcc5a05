import type { Queryable } from './database.ts';
import { shiftParameters } from './shift-parameters.ts';

/** A statement of this project's own that writes, alone or as a part of another. */
export interface Step {
  readonly text: string;
  readonly values: readonly unknown[];
}

const NOTHING: Step = { text: 'SELECT', values: [] };

/**
 * Writes by one statement, of which each step finds the tables as they were before all. What it
 * gives is the last step's, a SELECT.
 */
export async function stepTogether(
  db: Queryable,
  steps: readonly Step[],
  last: Step = NOTHING,
): Promise<void> {
  if (steps.length === 0 && last === NOTHING) return;
  const values: unknown[] = [];
  const numbered = ({ text, values: own }: Step) => {
    const before = values.length;
    values.push(...own);
    return shiftParameters(text, before);
  };
  const parts = steps.map((step, index) => `step${index} AS (${numbered(step)})`);
  const begin = parts.length === 0 ? '' : `WITH ${parts.join(', ')} `;
  await db.query(`${begin}${numbered(last)}`, values);
}

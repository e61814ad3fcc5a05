import type { GraphQLField } from 'graphql';

/** Marks a field whose answer depends on who asks: it is kept for nobody else. */
export const ofCaller = { isOfCaller: true } as const;

/** Whether the answer of a field depends on who asks. */
export function isOfCaller({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>) {
  return (extensions as Partial<typeof ofCaller>).isOfCaller === true;
}

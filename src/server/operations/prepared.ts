import { OperationTypeNode } from 'graphql';
import type { Variables } from './cost.ts';
import type { Operation } from './operation.ts';

/** An operation with its variables, within every limit. */
export interface Prepared {
  readonly operation: Operation;
  readonly variables: Variables;
  /** Rows that it may read. */
  readonly cost: number;
}

/** Whether it changes something. */
export function isMutation({ operation }: Prepared): boolean {
  return operation.kind === OperationTypeNode.MUTATION;
}

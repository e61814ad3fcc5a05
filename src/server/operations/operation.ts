import type { DocumentNode, OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { Cost } from './cost.ts';

/** An operation that was parsed, validated and found within the limits: ready to be executed. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** The name to execute it by; null where the document has one operation alone. */
  readonly operationName: string | null;
  readonly kind: OperationTypeNode;
  /** The name that the document gives it; for logs and metrics. */
  readonly name: string | null;
  /** SHA-256 of the document's text and the operation's name, base64url. */
  readonly hash: string;
  readonly cost: Cost;
  /** Whether its answer depends on who asks. */
  readonly isOfCaller: boolean;
}

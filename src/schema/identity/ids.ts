import { badInput } from '../errors.ts';

/** The types that have global ids. */
export type NodeType = 'Person' | 'Issuer' | 'Filing' | 'TransactionReported' | 'HoldingReported';

const SHAPE = /^(Person|Issuer|Filing|TransactionReported|HoldingReported):(-?[1-9]\d{0,18})$/;
const BOUND = 2n ** 63n;

/** The global id of a node: the same for ever, and opaque to clients. */
export function encodeId(type: NodeType, key: bigint): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** The id of an account: the same for ever, and opaque; accounts are no nodes. */
export function encodeAccount(key: bigint): string {
  return Buffer.from(`Account:${key}`).toString('base64url');
}

/** The type and key of a global id; refuses, naming the argument, what encodeId never gave. */
export function decodeId(id: string, argument: string): { type: NodeType; key: bigint } {
  const match = SHAPE.exec(Buffer.from(id, 'base64url').toString());
  const type = match?.[1] as NodeType | undefined;
  const key = BigInt(match?.[2] ?? 0);
  if (type === undefined || key < -BOUND || key >= BOUND || encodeId(type, key) !== id) {
    throw badInput(`${argument}: ${JSON.stringify(id)} is not an id of this ledger.`);
  }
  return { type, key };
}

/** The key of an id that must be of one type. */
export function decodeIdOf(type: NodeType, id: string, argument: string): bigint {
  const decoded = decodeId(id, argument);
  if (decoded.type !== type) {
    throw badInput(`${argument}: must be an id of type ${type}, and is of type ${decoded.type}.`);
  }
  return decoded.key;
}

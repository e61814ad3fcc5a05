import { resolveIdentities } from '../../reads/index.ts';
import type { Context } from '../request/index.ts';
import { decodeIdOf } from './ids.ts';

/**
 * The key that a person's or issuer's key stands for today: provisional ids, which are negative,
 * are followed to the identity they were resolved to.
 */
export async function currentKey(key: bigint, { loaders }: Context): Promise<bigint> {
  return key > 0n ? key : loaders.load('identity', { key, given: null }, resolveIdentities);
}

/** The key of a person or issuer that an id argument names; undefined where none is given. */
export async function subjectKey<Id extends string | null | undefined>(
  type: 'Person' | 'Issuer',
  id: Id,
  argument: string,
  context: Context,
): Promise<Id extends string ? bigint : bigint | undefined> {
  const key = id == null ? undefined : await currentKey(decodeIdOf(type, id, argument), context);
  return key as Id extends string ? bigint : undefined;
}

import { resolveIdentities } from '../../reads/index.ts';
import type { Context } from '../request/index.ts';
import { decodeIdOf } from './ids.ts';

/**
 * The key that a person's or issuer's key stands for today: provisional ids, which are negative,
 * are followed to the identity they were resolved to.
 */
export async function currentKey(key: bigint, { loaders, database }: Context): Promise<bigint> {
  if (key > 0n) return key;
  const loader = loaders.of('identity', null, (keys: readonly bigint[]) =>
    resolveIdentities(database.pool, keys),
  );
  return loader.load(key);
}

/** The key of a person or issuer that an id argument names; undefined where none is given. */
export async function subjectKey(
  type: 'Person' | 'Issuer',
  id: string | null | undefined,
  argument: string,
  context: Context,
): Promise<bigint | undefined> {
  return id == null ? undefined : currentKey(decodeIdOf(type, id, argument), context);
}

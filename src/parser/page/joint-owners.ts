import type { FiledOwner } from '../filing.ts';

/**
 * The owners, in order: the list of joint filers below the tables begins with the first one again.
 */
export function listedOnce(owners: readonly FiledOwner[]): readonly FiledOwner[] {
  const [head, again] = owners;
  const isRepeated =
    head !== undefined && again !== undefined && head.name === again.name && head.cik === again.cik;
  return isRepeated ? [head, ...owners.slice(2)] : owners;
}

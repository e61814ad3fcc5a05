import { boundedList } from '../bounds.ts';
import { badInput } from '../errors.ts';

/**
 * The one list that is given of several arguments, with its name; refuses none, several, and more
 * than 100 values.
 */
export function oneList<
  Lists extends Readonly<Record<string, readonly unknown[] | null | undefined>>,
>(
  lists: Lists,
): { [Name in keyof Lists]: { name: Name; values: NonNullable<Lists[Name]> } }[keyof Lists] {
  const names = Object.keys(lists);
  const given = names.filter((name) => lists[name] != null);
  const [name] = given;
  if (name === undefined || given.length > 1) {
    throw badInput(`Give exactly one of ${names.join(', ')}; ${given.length} are given.`);
  }
  const values = lists[name] as readonly unknown[];
  boundedList(values, name);
  return { name, values } as never;
}

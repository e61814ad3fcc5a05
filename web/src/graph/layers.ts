/** A tie of a graph, whichever of its ends is which. */
export interface Ends {
  readonly person: string;
  readonly issuer: string;
}

/**
 * The layer of each node: how many ties it is away from the first, to the left of it below zero.
 * On a wide screen half of what hangs on the first is to its left, each with all that hangs on it;
 * on a narrow one everything is to its right.
 */
export function layersOf(
  ids: readonly string[],
  ties: readonly Ends[],
  isNarrow: boolean,
): ReadonlyMap<string, number> {
  const branches = branchesOf(ids, ties);
  const total = branches.reduce((sum, { length }) => sum + length, 0);
  const layers = new Map(ids.slice(0, 1).map((id) => [id, 0]));
  let seen = 0;
  for (const branch of branches) {
    // The first ones are to the right, where one reads on.
    const side = isNarrow || seen + branch.length / 2 <= total / 2 ? 1 : -1;
    for (const { id, depth } of branch) layers.set(id, side * depth);
    seen += branch.length;
  }
  return layers;
}

interface Reached {
  readonly id: string;
  readonly depth: number;
}

/** What hangs on each neighbour of the first, itself included, by the shortest ways. */
function branchesOf(ids: readonly string[], ties: readonly Ends[]): Reached[][] {
  const beside = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const { person, issuer } of ties) {
    beside.get(person)?.add(issuer);
    beside.get(issuer)?.add(person);
  }
  const reached = new Set(ids.slice(0, 1));
  const take = (id: string) => [...(beside.get(id) ?? [])].filter((one) => !reached.has(one));
  const begin = (id: string): Reached[] => {
    reached.add(id);
    return [{ id, depth: 1 }];
  };
  const branches = take(ids[0] ?? '').map(begin);
  let grew = true;
  for (let depth = 2; grew; depth += 1) {
    grew = false;
    for (const branch of branches) {
      for (const { id } of branch.filter((one) => one.depth === depth - 1)) {
        for (const next of take(id)) {
          reached.add(next);
          branch.push({ id: next, depth });
          grew = true;
        }
      }
    }
  }
  // What nothing leads to hangs on the first.
  return [...branches, ...ids.filter((id) => !reached.has(id)).map(begin)];
}

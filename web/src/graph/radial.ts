/** A tie of a graph, whichever of its ends is which. */
export interface Ends {
  readonly person: string;
  readonly issuer: string;
}

interface Branch {
  readonly id: string;
  readonly depth: number;
  readonly children: Branch[];
}

/**
 * Where each node begins: the first in the middle, and around it what leads to it, each with a
 * wedge as wide as what hangs on it needs. So no branch begins entangled with another.
 */
export function radial(
  ids: readonly string[],
  ties: readonly Ends[],
  ring: number,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  const place = (branch: Branch, from: number, to: number) => {
    const angle = (from + to) / 2;
    const away = branch.depth * ring;
    places.set(branch.id, { x: away * Math.cos(angle), y: away * Math.sin(angle) });
    let begin = from;
    for (const child of branch.children) {
      const end = begin + ((to - from) * leavesOf(child)) / leavesOf(branch);
      place(child, begin, end);
      begin = end;
    }
  };
  place(treeOf(ids, ties), 0, 2 * Math.PI);
  return places;
}

/** A tree of the shortest ways from the first; what nothing leads to hangs on the first. */
function treeOf(ids: readonly string[], ties: readonly Ends[]): Branch {
  const beside = new Map<string, string[]>();
  for (const { person, issuer } of ties) {
    beside.set(person, [...(beside.get(person) ?? []), issuer]);
    beside.set(issuer, [...(beside.get(issuer) ?? []), person]);
  }
  const root: Branch = { id: ids[0] ?? '', depth: 0, children: [] };
  const reached = new Set([root.id]);
  const grow = (branches: Branch[]) => {
    for (let next = branches; next.length > 0; ) {
      next = next.flatMap((branch) => {
        const found = (beside.get(branch.id) ?? []).filter((id) => !reached.has(id));
        for (const id of new Set(found)) {
          reached.add(id);
          branch.children.push({ id, depth: branch.depth + 1, children: [] });
        }
        return branch.children;
      });
    }
  };
  grow([root]);
  for (const id of ids) {
    if (reached.has(id)) continue;
    reached.add(id);
    const alone: Branch = { id, depth: 1, children: [] };
    root.children.push(alone);
    grow([alone]);
  }
  return root;
}

function leavesOf({ children }: Branch): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}

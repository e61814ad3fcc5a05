export { growTree } from './grow-tree.ts';
export { subtreeRoots } from './subtree-roots.ts';

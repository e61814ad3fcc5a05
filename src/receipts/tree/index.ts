export { growTree } from './grow-tree.ts';
export { KeptHashes } from './kept-hashes.ts';
export { subtreeRoots } from './subtree-roots.ts';

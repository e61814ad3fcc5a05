export { Frontier } from './frontier.ts';
export { leafHash, rootOf } from './hashing.ts';
export { consistencySubtrees, inclusionSubtrees, type Subtree } from './subtrees.ts';
export { subtreeRoot, TILE, type Tile, TileHashes, tileKey, tilesOf } from './tiles.ts';
export { rootByInclusion, rootsByConsistency } from './verify-proof.ts';

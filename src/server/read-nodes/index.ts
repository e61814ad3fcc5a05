export { type ReadDatabase, ReadNode } from './read-node.ts';
export { ReadNodes, type ReadNodesOptions } from './read-nodes.ts';
export { wantedPosition } from './wanted-position.ts';

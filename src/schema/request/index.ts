export { ANONYMOUS, type Caller } from './caller.ts';
export { type Context, createContext } from './context.ts';
export { groupRows, namedBy, present } from './loaders.ts';
export { narrowed } from './narrowed.ts';
export { needsPrisma } from './needs-prisma.ts';
export { planned } from './planned.ts';
export { partsRead, reads } from './reads.ts';
export { SharedBatches, type SharedWork } from './shared-batches.ts';

export { projectDerived } from './derived.ts';
export { projectRows } from './project.ts';
export { catchUp, isBehind, type RebuiltProjection, rebuildProjections } from './rebuild.ts';
export { type Touched, together } from './touched.ts';

export { projectDerived } from './derived.ts';
export { identify } from './filed-ids.ts';
export type { Identified } from './filing-rows.ts';
export { findPlain, type Retold } from './plain/find-plain.ts';
export { projectPlain, readBrought } from './plain/project-plain.ts';
export { holdUpTo, projectRows } from './project.ts';
export { catchUp, isBehind, type RebuiltProjection, rebuildProjections } from './rebuild.ts';
export { type Touched, together } from './touched.ts';

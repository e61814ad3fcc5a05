export { projectDerived } from './derived.ts';
export { identify } from './filed-ids.ts';
export type { Identified } from './filing-rows.ts';
export { findPlain, type UpdatedFiling } from './plain/find-plain.ts';
export { loadProjectionInput, projectPlain } from './plain/project-plain.ts';
export { holdUpTo, projectRows } from './project.ts';
export { catchUp, isBehind, type RebuiltProjection, rebuildProjections } from './rebuild.ts';
export { mergeTouched, type Touched } from './touched.ts';

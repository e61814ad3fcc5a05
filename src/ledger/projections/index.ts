export { project } from './project.ts';
export { type RebuiltProjection, rebuildProjections } from './rebuild.ts';

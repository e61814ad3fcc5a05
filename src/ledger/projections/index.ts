export { projectAccounts } from './accounts.ts';
export { projectRows } from './project.ts';
export { type RebuiltProjection, rebuildProjections } from './rebuild.ts';

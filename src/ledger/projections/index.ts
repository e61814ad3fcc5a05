export { supersededBy } from './amendments.ts';
export type { BuildProgress } from './build.ts';
export { ChangedFilings, type FilingRows } from './changed-filings.ts';
export { type ComparedProjection, compareProjections } from './compare.ts';
export { foldEvents, loadSurroundings, planAround } from './project.ts';
export { catchUp, isBehind, type RebuiltProjection, rebuildProjections } from './rebuild.ts';
export { holdUpTo, writePlan } from './write.ts';

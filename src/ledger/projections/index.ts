export { supersededBy } from './amendments.ts';
export type { BuildProgress } from './build.ts';
export { ChangedFilings, type FilingRows } from './changed-filings.ts';
export { type ComparedProjection, compareProjections } from './compare.ts';
export { type Leaving, PROJECTED, projected } from './later.ts';
export { foldEvents, loadSurroundings, planAround, surroundingsOf } from './project.ts';
export { catchUp, type RebuiltProjection, rebuildProjections } from './rebuild.ts';
export { writePlan } from './write.ts';

export { revisionsOfEvents } from './event-revisions.ts';
export { type CauseKey, revisionCauses } from './revision-causes.ts';
export { type Revision, type RevisionSpan, revisions, revisionsIn } from './revisions.ts';

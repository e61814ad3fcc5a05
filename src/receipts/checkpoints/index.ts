export {
  type Checkpoint,
  type CheckpointKey,
  checkpointCovering,
  checkpointKeys,
  newestCheckpoint,
  storedNotes,
} from './checkpoint.ts';
export { issueCheckpoint } from './issue-checkpoint.ts';
export { type KeptCheckpoints, keepIssuing } from './keep-issuing.ts';
export {
  isSignedBy,
  parseNote,
  parseVerifierKey,
  type ReadNote,
  splitNotes,
} from './note.ts';
export { newSigningKey, readSigningKey, type SigningKey } from './signing-key.ts';

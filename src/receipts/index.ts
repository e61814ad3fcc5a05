export {
  type Checkpoint,
  type CheckpointKey,
  checkpointCovering,
  checkpointKeys,
  issueCheckpoint,
  type KeptCheckpoints,
  keepIssuing,
  newestCheckpoint,
  newSigningKey,
  parseVerifierKey,
  readSigningKey,
  type SigningKey,
  splitNotes,
} from './checkpoints/index.ts';
export {
  consistencyProof,
  type InclusionProof,
  inclusionProofs,
  tlogProof,
} from './proofs/index.ts';
export { makeReceipt } from './receipt/index.ts';
export { HeldCheckpoints } from './verification/index.ts';

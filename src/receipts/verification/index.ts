export { type CheckpointFault, HeldCheckpoints, type KeptElsewhere } from './held-checkpoints.ts';

export { consistencyProof } from './consistency-proof.ts';
export { type InclusionProof, inclusionProofs } from './inclusion-proof.ts';
export { tlogProof } from './tlog-proof.ts';

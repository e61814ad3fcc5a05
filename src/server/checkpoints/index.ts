export { keepCheckpoints } from './keep-checkpoints.ts';
export { serveCheckpoint } from './serve-checkpoint.ts';
export { type KeyPlace, replaceSigningKey, signingKeyOf } from './signing-key-file.ts';

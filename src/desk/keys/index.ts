export { type ApiKey, allows, KEY_SCOPES, type KeyScope, keyStatus } from './api-key.ts';
export { createKey, type NewKey } from './create-key.ts';
export { endedKeys, findKey, hasKeys, noteUse } from './find-key.ts';
export { listKeys } from './list-keys.ts';
export { revokeKey } from './revoke-key.ts';

import type { Records } from '../../database/index.ts';
import { type ApiKey, keyOf } from './api-key.ts';

/** Every key that was made, oldest first, revoked ones too. */
export async function listKeys({ apiKey }: Records): Promise<ApiKey[]> {
  return (await apiKey.findMany({ orderBy: { id: 'asc' } })).map(keyOf);
}

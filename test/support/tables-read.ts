import { expect } from 'vitest';
import type { Client } from '../schema/client.ts';

/** The tables that each statement reads first, in no order: statements of one tick have none. */
export async function tablesRead(client: Client, query: string): Promise<string[]> {
  client.statements();
  const { errors } = await client.send(query);
  expect(errors).toBeUndefined();
  return client
    .statements()
    .map((sql) => {
      const tables = sql.match(/\b(?:FROM|JOIN) (?:"public"\.)?"?[a-z_]+"?/g) ?? [];
      const names = tables.map((match) => match.replace(/^.*?[ .]"?(?=\w+"?$)|"$/g, ''));
      const table = names.find((name) => name !== 'unnest') ?? sql;
      return /count\(/i.test(sql) ? `count ${table}` : table;
    })
    .sort();
}

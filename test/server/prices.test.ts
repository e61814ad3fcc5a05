import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { PRICES } from '../../src/server/operations/prices.ts';

it('what has a price is a field of the schema', () => {
  const lacking = Object.keys(PRICES).filter((name) => {
    const [type = '', field = ''] = name.split('.');
    const named = schema.getType(type);
    const fields = named !== undefined && 'getFields' in named ? named.getFields() : {};
    return !(field in fields);
  });
  expect(lacking).toEqual([]);
});

it('every list of all the ledger has a price for its number, which is a question of its own', () => {
  const lists = ['Query', 'Snapshot'].flatMap((name) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields())
      .filter((field) => String(field.type).endsWith('Connection!'))
      .map((field) => `${name}.${field.name}`);
  });
  expect(lists.filter((name) => (PRICES[name]?.counted ?? 0) < 100)).toEqual([]);
});

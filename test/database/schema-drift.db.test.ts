import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDatabaseSchema } from '../support/database-schema.ts';
import { readPrismaSchema, type Tables } from '../support/prisma-schema.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const modelled = readPrismaSchema(await readFile('prisma/schema.prisma', 'utf8'));

describe('prisma/schema.prisma models the database that the migrations make', () => {
  let migrated: Tables;

  beforeAll(async () => {
    const { database } = await createTestLedger(afterAll);
    migrated = await readDatabaseSchema(database);
  });

  it('every table has a model, and every model a table', () => {
    expect(Object.keys(modelled.tables).sort()).toEqual(Object.keys(migrated.tables).sort());
  });

  it('every enum has its values in their order', () => {
    expect(modelled.enums).toEqual(migrated.enums);
  });

  it.each(Object.keys(modelled.tables))(
    '%s has the same columns, types, nulls, defaults, keys and indexes',
    (table) => {
      expect(modelled.tables[table]).toEqual(migrated.tables[table]);
    },
  );

  it('a column, a type, a null or a key that differs is seen', () => {
    const text = `
enum Kind {
  A
  B

  @@map("kind")
}

model Thing {
  id    BigInt   @id
  kind  Kind?
  names String[] @default([])
  at    DateTime @map("at_time") @db.Timestamptz(3)

  @@unique([kind, at])
  @@index([at(sort: Desc), id])
  @@map("thing")
}
`;
    const column = { required: true, default: null };
    expect(readPrismaSchema(text)).toEqual({
      enums: { kind: ['A', 'B'] },
      tables: {
        thing: {
          columns: {
            id: { ...column, type: 'bigint' },
            kind: { ...column, type: 'kind', required: false },
            names: { ...column, type: 'text[]', default: 'empty' },
            at_time: { ...column, type: 'timestamp(3) with time zone' },
          },
          primaryKey: 'id',
          unique: ['kind, at_time'],
          indexes: ['at_time DESC, id'],
        },
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { getDatamodel } from '../../src/schema/pothos-types.ts';
import { createTestLedger } from '../support/test-ledger.ts';

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly dbName?: string | null;
}
interface Datamodel {
  readonly datamodel: {
    readonly models: Record<string, { readonly fields: readonly Field[] }>;
  };
}

const { models } = (getDatamodel() as unknown as Datamodel).datamodel;
const snake = (name: string) =>
  name
    .replace('rule10b5One', 'rule_10b5_one')
    .replace('notSubjectToSection16', 'not_subject_to_section_16')
    .replace('supersededByPosition', 'superseded_by')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/^_/, '');

/** How PostgreSQL names the types that Prisma's stand for. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  BigInt: ['bigint'],
  Int: ['integer'],
  String: ['text'],
  Boolean: ['boolean'],
  Decimal: ['numeric'],
  Json: ['jsonb'],
  Bytes: ['bytea'],
  DateTime: ['date', 'timestamp with time zone'],
};

describe('schema.prisma', () => {
  it.each(Object.keys(models))('has model %s as the migrations make its table', async (model) => {
    const { database } = await createTestLedger();
    const { rows } = await database.pool.query(
      `SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AS required
       FROM information_schema.columns WHERE table_name = $1 ORDER BY 1`,
      [snake(model)],
    );
    const fields = models[model]?.fields.filter(({ kind }) => kind !== 'object') ?? [];
    expect(rows.map(({ name }) => name)).toEqual(fields.map(({ name }) => snake(name)).sort());
    for (const { name, type, kind, isRequired, isList } of fields) {
      const column = rows.find((row) => row.name === snake(name));
      expect({ name, required: column?.required }).toEqual({ name, required: isRequired });
      const expected = isList
        ? ['ARRAY']
        : kind === 'enum'
          ? ['USER-DEFINED']
          : (TYPES[type] ?? []);
      expect(expected).toContain(column?.type);
    }
  });
});

/** A column as schema.prisma or PostgreSQL describes it, in PostgreSQL's words. */
export interface Column {
  readonly type: string;
  readonly required: boolean;
  /** An expression of SQL; null for none. */
  readonly default: string | null;
}

/** A table: its columns by name, its keys, and its plain indexes as lists of columns. */
export interface Table {
  readonly columns: Readonly<Record<string, Column>>;
  readonly primaryKey: string;
  readonly unique: readonly string[];
  readonly indexes: readonly string[];
}

/** Tables and the values of enums, by their names in the database. */
export interface Tables {
  readonly tables: Readonly<Record<string, Table>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

const TYPES: Readonly<Record<string, string>> = {
  BigInt: 'bigint',
  Int: 'integer',
  String: 'text',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
  Decimal: 'numeric',
};

const NATIVE: Readonly<Record<string, string>> = {
  '@db.Date': 'date',
  '@db.Json': 'json',
  '@db.Timestamptz(3)': 'timestamp(3) with time zone',
  '@db.Timestamptz(6)': 'timestamp with time zone',
};

/** What schema.prisma says of the database; throws where it says what this does not know. */
export function readPrismaSchema(text: string): Tables {
  const enums: Record<string, readonly string[]> = {};
  const enumNames = new Map<string, string>();
  for (const [, name = '', body = ''] of text.matchAll(/^enum (\w+) \{\n(.*?)^\}/gms)) {
    const mapped = mapOf(body, '@@') ?? name;
    enumNames.set(name, mapped);
    enums[mapped] = [...body.matchAll(/^ {2}(\w+)$/gm)].map(([, value = '']) => value);
  }
  const models = [...text.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)];
  const modelNames = new Set(models.map(([, name]) => name));
  const tables = models.map(([, name = '', body = '']) => {
    return [mapOf(body, '@@') ?? name, readModel(body, enumNames, modelNames)] as const;
  });
  return { tables: Object.fromEntries(tables), enums };
}

function readModel(
  body: string,
  enums: ReadonlyMap<string, string>,
  models: ReadonlySet<string | undefined>,
): Table {
  const columns: Record<string, Column> = {};
  const columnOf = new Map<string, string>();
  let primaryKey = '';
  const unique: string[] = [];
  const fields = body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/gm);
  for (const [, field = '', type = '', list = '', optional, rest = ''] of fields) {
    if (models.has(type)) continue;
    const column = mapOf(rest, '@') ?? field;
    columnOf.set(field, column);
    const native = NATIVE[/@db\.\S+/.exec(rest)?.[0] ?? ''];
    const known = native ?? enums.get(type) ?? TYPES[type];
    if (known === undefined) throw new Error(`${field}: unknown type ${type}`);
    columns[column] = {
      type: `${known}${list}`,
      required: optional === undefined,
      default: defaultOf(rest),
    };
    if (/@id\b/.test(rest)) primaryKey = column;
    if (/@unique\b/.test(rest)) unique.push(column);
  }
  const lists = (attribute: string) =>
    [...body.matchAll(new RegExp(`@@${attribute}\\(\\[(.*?)\\]`, 'g'))].map(([, names = '']) =>
      names
        .split(/, (?![^(]*\))/)
        .map((name) => {
          const [, field = '', isDescending] = /^(\w+)(\(sort: Desc\))?/.exec(name) ?? [];
          return `${columnOf.get(field) ?? field}${isDescending === undefined ? '' : ' DESC'}`;
        })
        .join(', '),
    );
  return {
    columns,
    primaryKey: lists('id')[0] ?? primaryKey,
    unique: [...unique, ...lists('unique')].sort(),
    indexes: lists('index').sort(),
  };
}

function mapOf(text: string, sign: '@' | '@@'): string | undefined {
  return new RegExp(`(?<!@)${sign}map\\("(.*?)"\\)`).exec(text)?.[1];
}

function defaultOf(attributes: string): string | null {
  const [, given] = /@default\((autoincrement\(\)|now\(\)|dbgenerated\(".*"\)|[^()]*)\)/.exec(
    attributes,
  ) ?? [null, null];
  if (given === null || given === undefined) return null;
  if (given === 'autoincrement()') return 'identity';
  if (given === '[]') return 'empty';
  // JSON is given as text, and PostgreSQL shows it with its type.
  const [, json] = /^"(.*)"$/.exec(given) ?? [];
  if (json !== undefined) return `'${json}'::jsonb`;
  return /^dbgenerated\("(.*)"\)$/.exec(given)?.[1] ?? given;
}

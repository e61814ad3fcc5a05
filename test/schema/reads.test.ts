import {
  execute,
  GraphQLObjectType,
  GraphQLSchema,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { partsRead } from '../../src/schema/request/reads.ts';

/** What is read for the first field of a query, sorted. */
function partsOf(query: string): string[] {
  let parts: readonly string[] = [];
  const { fields = {} } = schema.getQueryType()?.toConfig() ?? {};
  const spied = Object.entries(fields).map(([name, field]) => {
    const resolve: typeof field.resolve = (_, __, ___, info) => {
      parts = [...partsRead(info)].sort();
      return null;
    };
    return [name, { ...field, resolve }] as const;
  });
  const spy = new GraphQLSchema({
    ...schema.toConfig(),
    query: new GraphQLObjectType({ name: 'Query', fields: Object.fromEntries(spied) }),
    types: schema.toConfig().types.filter(({ name }) => name !== 'Query'),
  });
  void execute({ schema: spy, document: parse(query) });
  return [...parts];
}

describe('what a query asks of the rows that a field gives', () => {
  it.each([
    ['{ events { nodes { position knownAt type } } }', []],
    ['{ events { nodes { a: hash } } }', ['seal']],
    [
      '{ events { edges { node { hash ... on TransactionReported { shares } } } } }',
      ['cells', 'seal'],
    ],
    ['{ events { nodes { ...Line } } } fragment Line on HoldingReported { flags }', ['line']],
    ['{ event(position: "1") { ... on TransactionReported { security { title } } } }', ['cells']],
    [
      '{ event(position: "1") { ... on TransactionReported { s: security { expiresOn } } } }',
      ['cells', 'line'],
    ],
    ['{ events { nodes { ... on TransactionReported { people { name } } } } }', ['people']],
    ['{ events { nodes { filing { events { hash } remarks } } } }', []],
    [
      '{ events { nodes { hash } } events { nodes { ... on HoldingReported { flags } } } }',
      ['line', 'seal'],
    ],
    ['{ filings { nodes { remarks } } }', ['texts']],
    ['{ filings { nodes { form } } }', []],
  ])('%s reads %j', (query, expected) => {
    expect(partsOf(query)).toEqual(expected);
  });

  it('a field of an event is its row’s own, or declares what it is answered from', () => {
    const own = [
      'rule10b5One',
      'position',
      'type',
      'knownAt',
      'filing',
      'id',
      'issuer',
      'footnotes',
      'alsoReportedIn',
      'reporters',
      'inclusionProof',
    ];
    for (const name of ['LedgerEvent', 'ReportedLine', 'TransactionReported', 'HoldingReported']) {
      const type = schema.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${name} has no fields.`);
      const undeclared = Object.values(type.getFields()).filter(
        ({ extensions }) => extensions.reads === undefined,
      );
      expect(own).toEqual(expect.arrayContaining(undeclared.map((field) => field.name)));
    }
  });
});

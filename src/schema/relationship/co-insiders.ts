import {
  type CoInsiderKey,
  type CoInsiderRow,
  coInsiders,
  countCoInsiders,
} from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Issuer, loadIssuer } from '../issuer/index.ts';
import {
  type CursorFormat,
  connect,
  connectionType,
  forwardArguments,
  readBigint,
} from '../paging/index.ts';
import { loadPerson, Person } from '../person/index.ts';
import { viewpointArguments, viewpointOf } from '../viewpoint.ts';

const CoInsider = builder.objectRef<CoInsiderRow>('CoInsider').implement({
  description: 'Somebody who is an insider of the same issuers at the same time.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'The insider.',
      resolve: (row, _, context) => loadPerson(row.personId, context),
    }),
    issuers: t.field({
      type: [Issuer],
      description: 'The issuers shared, in an order that stays.',
      resolve: ({ issuerIds }, _, context) =>
        Promise.all(issuerIds.map((id) => loadIssuer(id, context))),
    }),
  }),
});

const CoInsiderConnection = connectionType('CoInsider', CoInsider, 'co-insiders');

const FORMAT: CursorFormat<CoInsiderKey> = {
  list: 'co-insiders',
  write: ({ shared, personId }) => [String(shared), String(personId)],
  read: ([count, person]) => {
    const shared = readBigint(count);
    const personId = readBigint(person);
    return shared === null || personId === null ? null : { shared, personId };
  },
};

builder.prismaObjectField(Person, 'coInsiders', (t) =>
  t.field({
    type: CoInsiderConnection,
    description:
      'People who are insiders of the same issuers at the same time, who shares the most first.',
    args: { ...viewpointArguments, ...forwardArguments },
    resolve: ({ id }, args, context) => {
      const { loaders } = context;
      const given = viewpointOf(args, context);
      return connect(args, {
        format: FORMAT,
        rows: (page) =>
          loaders.load('co-insiders', { key: id, given: { ...given, page } }, coInsiders),
        nodes: (rows) => rows,
        count: () => loaders.load('count of co-insiders', { key: id, given }, countCoInsiders),
      });
    },
  }),
);

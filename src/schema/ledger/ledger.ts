import { READER } from '../../ledger/index.ts';
import { newestEvent, projectedTo, readingsBehind } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { LedgerEvent } from '../event/index.ts';
import { partsRead } from '../request/index.ts';

/** Ledger: the whole of it. */
export const Ledger = builder.objectRef<object>('Ledger').implement({
  description: 'The ledger itself.',
  fields: (t) => ({
    head: t.field({
      type: LedgerEvent,
      nullable: true,
      description: 'The newest event; null while the ledger is empty.',
      resolve: (_, __, { database }, info) => newestEvent(database.pool, partsRead(info)),
    }),
    events: t.int({
      description: 'How many events it holds.',
      // Positions run 1, 2, 3 … without a gap.
      resolve: async (_, __, { database }) => {
        const head = await newestEvent(database.pool, []);
        return Number(head?.position ?? 0n);
      },
    }),
    filings: t.int({
      description: 'How many filings it holds.',
      resolve: (_, __, { records }) => records.filing.count(),
    }),
    people: t.int({
      description: 'How many people its filings name.',
      resolve: (_, __, { records }) => records.person.count(),
    }),
    issuers: t.int({
      description: 'How many issuers its filings name.',
      resolve: (_, __, { records }) => records.issuer.count(),
    }),
    projectedTo: t.field({
      type: 'Position',
      nullable: true,
      description:
        'The last event the projections hold; equal to head unless they are catching up.',
      resolve: (_, __, { database }) => projectedTo(database.pool),
    }),
    parser: t.int({
      description: 'The version of the parser that reads documents here.',
      resolve: () => READER.version,
    }),
    readingsBehind: t.int({
      description:
        'How many filings have a document that an older version of the parser was the last to read: `insider-ledger reread` reads them again.',
      resolve: (_, __, { database }) => readingsBehind(database.pool, READER.version),
    }),
  }),
});

builder.queryField('ledger', (t) =>
  t.field({
    type: Ledger,
    description: 'The ledger itself.',
    args: {
      minPosition: t.arg({
        type: 'Position',
        description:
          'The whole answer has all events up to this one in it. Where the ledger is not there within a second, UNAVAILABLE.',
      }),
    },
    resolve: async (_, { minPosition }, { database }) => {
      if (minPosition == null) return {};
      const position = (await projectedTo(database.pool)) ?? 0n;
      if (position >= minPosition) return {};
      throw new Anomaly('Unavailable', `The ledger is at ${position}, before ${minPosition}.`);
    },
  }),
);

import { builder } from '../builder.ts';
import { decodeIdOf, oneList } from '../identity/index.ts';
import { Filing } from './filing.ts';

builder.queryField('filingsBy', (t) =>
  t.prismaField({
    type: [Filing],
    nullable: { list: false, items: true },
    description:
      'Filings by what names them, in the order of the list; null where the ledger knows none such. Exactly one list, of 100 at most.',
    args: {
      accessionNumbers: t.arg({
        type: ['AccessionNumber'],
        description: 'Accession numbers of EDGAR.',
      }),
      ids: t.arg.idList({ description: 'Global ids.' }),
    },
    resolve: async (query, _, { accessionNumbers, ids }, { records }) => {
      const list = oneList({ accessionNumbers, ids });
      if (list.name === 'accessionNumbers') {
        const where = { accessionNumber: { in: [...list.values] } };
        const rows = await records.filing.findMany({ ...query, where });
        const found = new Map(rows.map((row) => [row.accessionNumber, row]));
        return list.values.map((number) => found.get(number) ?? null);
      }
      const keys = list.values.map((id, index) => decodeIdOf('Filing', id, `ids[${index}]`));
      const rows = await records.filing.findMany({ ...query, where: { id: { in: keys } } });
      const found = new Map(rows.map((row) => [row.id, row]));
      return keys.map((key) => found.get(key) ?? null);
    },
  }),
);

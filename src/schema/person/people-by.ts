import { builder } from '../builder.ts';
import { oneList, subjectKey } from '../identity/index.ts';
import { findPerson, Person, personByCik } from './person.ts';

builder.queryField('peopleBy', (t) =>
  t.field({
    type: [Person],
    nullable: { list: false, items: true },
    description:
      'People by what names them, in the order of the list; null where the ledger knows none such. Exactly one list, of 100 at most.',
    args: {
      ciks: t.arg({ type: ['CIK'], description: 'Central Index Keys.' }),
      ids: t.arg.idList({ description: 'Global ids.' }),
    },
    resolve: (_, { ciks, ids }, context) => {
      const list = oneList({ ciks, ids });
      if (list.name === 'ciks') {
        return Promise.all(list.values.map(async (cik) => personByCik(cik, context)));
      }
      return Promise.all(
        list.values.map(async (id, index) =>
          findPerson(await subjectKey('Person', id, `ids[${index}]`, context), context),
        ),
      );
    },
  }),
);

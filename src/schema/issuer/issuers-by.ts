import { builder } from '../builder.ts';
import { oneList, subjectKey } from '../identity/index.ts';
import { findIssuer, Issuer, issuerByCik, issuerByTicker } from './issuer.ts';

builder.queryField('issuersBy', (t) =>
  t.field({
    type: [Issuer],
    nullable: { list: false, items: true },
    description:
      'Issuers by what names them, in the order of the list; null where the ledger knows none such. Exactly one list, of 100 at most.',
    args: {
      ciks: t.arg({ type: ['CIK'], description: 'Central Index Keys.' }),
      tickers: t.arg.stringList({ description: 'Trading symbols, each as issuer(by:) takes it.' }),
      ids: t.arg.idList({ description: 'Global ids.' }),
    },
    resolve: (_, { ciks, tickers, ids }, context) => {
      const list = oneList({ ciks, tickers, ids });
      switch (list.name) {
        case 'ciks':
          return Promise.all(list.values.map(async (cik) => issuerByCik(cik, context)));
        case 'tickers':
          return Promise.all(list.values.map((ticker) => issuerByTicker(ticker, context)));
        case 'ids':
          return Promise.all(
            list.values.map(async (id, index) =>
              findIssuer(await subjectKey('Issuer', id, `ids[${index}]`, context), context),
            ),
          );
      }
    },
  }),
);

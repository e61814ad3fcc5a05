import { consistencyProof } from '../../receipts/index.ts';
import { builder } from '../builder.ts';
import { Ledger } from '../ledger/index.ts';

builder.objectField(Ledger, 'consistencyProof', (t) =>
  t.stringList({
    description:
      'That the ledger of one checkpoint is a prefix of another’s: the hashes of RFC 6962 §2.1.2, hex.',
    args: {
      from: t.arg({ type: 'Position', required: true, description: 'What the first covers.' }),
      to: t.arg({
        type: 'Position',
        required: true,
        description: 'What the other covers: at most the newest checkpoint does.',
      }),
    },
    resolve: (_, span, { database }) => consistencyProof(database.pool, span),
  }),
);

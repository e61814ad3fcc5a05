import { inclusionProofs, type InclusionProof as Row, tlogProof } from '../../receipts/index.ts';
import { builder } from '../builder.ts';
import { LedgerEvent } from '../event/index.ts';
import { Checkpoint } from './checkpoint.ts';

const InclusionProof = builder.objectRef<Row>('InclusionProof').implement({
  description: 'That an event is in the ledger of a checkpoint (RFC 6962 §2.1.1).',
  fields: (t) => ({
    position: t.expose('position', { type: 'Position', description: 'The event’s.' }),
    leafHash: t.exposeString('leafHash', {
      description: 'SHA-256 of the byte 0x00 and the event’s hash, hex.',
    }),
    path: t.exposeStringList('path', {
      description: 'The hashes beside the way from the leaf to the root, from the leaf up, hex.',
    }),
    checkpoint: t.expose('checkpoint', {
      type: Checkpoint,
      description: 'Whose root it leads to.',
    }),
    text: t.string({
      description:
        'All of it in one text, under 2 KB at a billion events: C2SP tlog-proof, which the tools of other transparency logs read. Index from 0, path in Base64, signed checkpoint.',
      resolve: tlogProof,
    }),
  }),
});

builder.interfaceField(LedgerEvent, 'inclusionProof', (t) =>
  t.field({
    type: InclusionProof,
    nullable: true,
    description: 'Null before a checkpoint covers it.',
    args: {
      at: t.arg({
        type: 'Position',
        description: 'In the first checkpoint that covers this event; the newest where left out.',
      }),
    },
    resolve: ({ position }, { at }, { loaders }) =>
      loaders.row(
        `inclusion proofs at ${at ?? 'the newest'}`,
        position,
        (db, positions: readonly bigint[]) => inclusionProofs(db, positions, at ?? null),
        (proof) => proof.position,
      ),
  }),
);

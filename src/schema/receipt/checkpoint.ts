import {
  checkpointCovering,
  newestCheckpoint,
  type Checkpoint as Row,
} from '../../receipts/index.ts';
import { builder } from '../builder.ts';

/** Checkpoint: what was signed of the ledger. */
export const Checkpoint = builder.objectRef<Row>('Checkpoint').implement({
  description:
    'A signed statement of all events up to one, to be kept elsewhere: a ledger that was rewritten since does not fit it (docs/guides/verify.md).',
  fields: (t) => ({
    position: t.expose('position', {
      type: 'Position',
      description: 'The last event covered; as many are in the tree.',
    }),
    rootHash: t.exposeString('rootHash', {
      description: 'The root of the Merkle tree over the hashes of these events (RFC 6962), hex.',
    }),
    chainHash: t.exposeString('chainHash', { description: 'The hash of the last event, hex.' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'When it was signed.' }),
    keyId: t.exposeString('keyId', {
      description: 'The key that signed it, as the path /checkpoint/keys lists it.',
    }),
    signature: t.exposeString('signature', {
      description: 'Ed25519 over the text of the note, hex.',
    }),
    note: t.exposeString('note', {
      description: 'All of it, in the note format of C2SP tlog-checkpoint.',
    }),
  }),
});

builder.queryField('checkpoint', (t) =>
  t.field({
    type: Checkpoint,
    nullable: true,
    description:
      'A signed statement of the ledger’s head, for keeping elsewhere; null before there is one.',
    args: {
      position: t.arg({
        type: 'Position',
        description: 'The first that covers this event; the newest where left out.',
      }),
    },
    resolve: (_, { position }, { database }) =>
      position === null || position === undefined
        ? newestCheckpoint(database.pool)
        : checkpointCovering(database.pool, position),
  }),
);

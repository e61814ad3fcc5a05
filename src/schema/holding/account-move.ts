import type { AccountMove as Shape } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { OwnershipForm } from '../enums.ts';
import { LedgerEvent, loadEvent } from '../event/index.ts';

/** AccountMove. */
export const AccountMove = builder.objectRef<Shape>('AccountMove').implement({
  description:
    'What moved between two accounts of one owner, or went on under another title, without a trade.',
  fields: (t) => ({
    to: t.exposeBoolean('to', {
      description: 'True where it went to the other account, false where it came from it.',
    }),
    ownership: t.expose('ownership', {
      type: OwnershipForm,
      description: 'Whether the other account is held directly or indirectly.',
    }),
    nature: t.exposeString('nature', {
      nullable: true,
      description: 'Nature of indirect ownership of the other account, as filed.',
    }),
    amount: t.expose('amount', { type: 'Decimal', description: 'How much.' }),
    line: t.field({
      type: LedgerEvent,
      description: 'The line of the other account.',
      resolve: ({ position }, _, context, info) => loadEvent(position, context, info),
    }),
  }),
});

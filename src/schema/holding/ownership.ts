import { ownership, type OwnershipTotal as Total } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Unit } from '../enums.ts';
import { Issuer } from '../issuer/index.ts';
import { partsRead, reads } from '../request/index.ts';
import { Security } from '../security/index.ts';
import { viewpointArguments, viewpointOf } from '../viewpoint.ts';
import { actionsAsked, basisArgument } from './basis.ts';

const OwnershipTotal = builder.objectRef<Total>('OwnershipTotal').implement({
  description: 'What all insiders of an issuer hold of one security, at the two times asked for.',
  fields: (t) => ({
    security: t.field({
      type: Security,
      description:
        'What is held, as filed last. Price and dates are given where all that is summed agrees in them.',
      resolve: (total) => total,
    }),
    unit: t.expose('unit', { type: Unit, description: 'What the amounts count.' }),
    direct: t.expose('direct', { type: 'Decimal', description: 'Held directly.' }),
    indirect: t.expose('indirect', { type: 'Decimal', description: 'Held indirectly.' }),
    total: t.expose('total', { type: 'Decimal', description: 'Both together.' }),
    straddlesCorporateAction: t.boolean({
      description:
        'An amount in it is, as filed, of the other side of a corporate action than the day asked for. False where it is ADJUSTED.',
      extensions: reads('actions'),
      resolve: ({ straddles }) => straddles === true,
    }),
    people: t.exposeInt('people', { description: 'How many people hold it.' }),
  }),
});

builder.prismaObjectField(Issuer, 'ownership', (t) =>
  t.field({
    type: [OwnershipTotal],
    description:
      'Insider ownership summed over people, a line of a joint filing counted once. By table, class, underlying class and unit; nothing expired or closed.',
    args: { ...viewpointArguments, ...basisArgument },
    resolve: ({ id }, args, context, info) => {
      const viewpoint = viewpointOf(args, context);
      const actions = actionsAsked(partsRead(info), args.basis);
      const asked = { key: id, given: { viewpoint, actions } };
      return context.loaders.load('ownership', asked, (db, ids, given) =>
        ownership(db, ids, given.viewpoint, given.actions),
      );
    },
  }),
);

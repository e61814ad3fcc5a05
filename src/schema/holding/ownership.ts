import { ownership, type OwnershipTotal as Total } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Unit } from '../enums.ts';
import { Issuer } from '../issuer/index.ts';
import { Security } from '../security/index.ts';
import { viewpointArguments, viewpointOf } from '../viewpoint.ts';

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
    people: t.exposeInt('people', { description: 'How many people hold it.' }),
  }),
});

builder.prismaObjectField(Issuer, 'ownership', (t) =>
  t.field({
    type: [OwnershipTotal],
    description:
      'Insider ownership summed over people, a line of a joint filing counted once. By table, class, underlying class and unit; nothing expired or closed.',
    args: viewpointArguments,
    resolve: ({ id }, args, context) => {
      const given = viewpointOf(args, context);
      return context.loaders.load('ownership', { key: id, given }, ownership);
    },
  }),
);

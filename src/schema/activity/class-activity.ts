import type { ClassActivity as Shape } from '../../reads/index.ts';
import { builder, type Types } from '../builder.ts';
import { ActivitySide } from './activity-side.ts';

const ClassActivity = builder.objectRef<Shape>('ClassActivity').implement({
  description: 'Open-market trades of one class, or of derivatives of one title.',
  fields: (t) => ({
    class: t.exposeString('class', {
      description: 'The class that spellings of the title fold to: COMMON STOCK.',
    }),
    purchases: t.expose('purchases', { type: ActivitySide, description: 'Purchases (P).' }),
    sales: t.expose('sales', { type: ActivitySide, description: 'Sales (S).' }),
  }),
});

interface ByClass {
  readonly byClass: readonly Shape[];
  readonly derivatives: readonly Shape[];
}

/** The fields of a sum of trades that give them class by class. */
export function classFields<Row extends ByClass>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Row>,
) {
  return {
    byClass: t.field({
      type: [ClassActivity],
      description: 'Trades of Table I, class by class.',
      resolve: ({ byClass }) => [...byClass],
    }),
    derivatives: t.field({
      type: [ClassActivity],
      description: 'Trades of derivatives (Table II), by title; in no other sum.',
      resolve: ({ derivatives }) => [...derivatives],
    }),
  };
}

import type { LineRow, SecurityTerms } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { SecurityTable } from '../enums.ts';
import { reads } from '../request/index.ts';

/** The cells that say what a line, or a sum of lines, is about. */
type SecurityCells = Pick<LineRow, 'securityTitle' | 'securityTable' | 'securityClass'> &
  SecurityTerms;

/** Security. */
export const Security = builder.objectRef<SecurityCells>('Security').implement({
  description: 'A security as one line of a filing describes it, or several of them do alike.',
  fields: (t) => ({
    title: t.exposeString('securityTitle', { description: 'As filed.' }),
    table: t.expose('securityTable', { type: SecurityTable, description: 'Derivative or not.' }),
    class: t.exposeString('securityClass', {
      description: 'The class that spellings of the title fold to: COMMON STOCK.',
    }),
    conversionOrExercisePrice: t.expose('conversionOrExercisePrice', {
      type: 'Decimal',
      nullable: true,
      description: 'Of a derivative, USD.',
      extensions: reads('line'),
    }),
    exercisableOn: t.expose('exercisableOn', {
      type: 'Date',
      nullable: true,
      description: 'Of a derivative: from when.',
      extensions: reads('line'),
    }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      nullable: true,
      description: 'Of a derivative: the last day.',
      extensions: reads('line'),
    }),
    underlyingTitle: t.exposeString('underlyingTitle', {
      nullable: true,
      description: 'Of a derivative: the title of what underlies it.',
      extensions: reads('line'),
    }),
  }),
});

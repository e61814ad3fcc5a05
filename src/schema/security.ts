import { builder } from './builder.ts';
import { SecurityTable } from './enums.ts';
import type PrismaTypes from './pothos-types.ts';

/** The cells that say what a line, or a sum of lines, is about. */
type SecurityCells = Pick<
  PrismaTypes['ReportedLine']['Shape'],
  'securityTitle' | 'securityTable' | 'securityClass' | 'underlyingTitle'
> & {
  readonly conversionOrExercisePrice: { toFixed(): string } | string | null;
  readonly exercisableOn: Date | string | null;
  readonly expiresOn: Date | string | null;
};

/** Security; read off a whole line, since whoever asks for it asks for the line's other cells too. */
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
    }),
    exercisableOn: t.expose('exercisableOn', {
      type: 'Date',
      nullable: true,
      description: 'Of a derivative: from when.',
    }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      nullable: true,
      description: 'Of a derivative: the last day.',
    }),
    underlyingTitle: t.exposeString('underlyingTitle', {
      nullable: true,
      description: 'Of a derivative: the title of what underlies it.',
    }),
  }),
});

import { builder } from '../builder.ts';

/** A signature as the ledger stores it. */
export interface SignatureShape {
  readonly name: string;
  readonly date: string | null;
}

/** Signature. */
export const Signature = builder.objectRef<SignatureShape>('Signature').implement({
  description: 'Who signed a filing, and when.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As filed.' }),
    date: t.expose('date', {
      type: 'Date',
      nullable: true,
      description: 'Null where the filing has none that can be read.',
    }),
  }),
});

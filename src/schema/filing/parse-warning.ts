import { builder } from '../builder.ts';

/** A warning as the parser gives it and the ledger stores it. */
export interface WarningShape {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** ParseWarning. */
export const ParseWarning = builder.objectRef<WarningShape>('ParseWarning').implement({
  description: 'A doubt of the reading of a document, which is read all the same.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'Stable: RECOVERED, UNKNOWN_FOOTNOTE and the others of docs/explanation/parser.md.',
    }),
    path: t.exposeString('path', {
      description: 'Where in the document: line and column, or an element path.',
    }),
    message: t.exposeString('message', { description: 'What is in doubt, for people.' }),
  }),
});

import { citationsAt, type StoredFootnote } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { type Context, present } from '../request/index.ts';

/** Footnote. */
export const Footnote = builder.objectRef<StoredFootnote>('Footnote').implement({
  description: 'A footnote of a filing.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'F1, F2 and so on, within its filing.' }),
    text: t.exposeString('text', { description: 'As filed.' }),
  }),
});

/** FootnoteReference. */
export const FootnoteReference = builder
  .objectRef<{ readonly field: string; readonly footnote: StoredFootnote }>('FootnoteReference')
  .implement({
    description: 'A field of a line that cites a footnote.',
    fields: (t) => ({
      field: t.exposeString('field', {
        description:
          'The name in this schema of the field that cites it, for instance pricePerShare.',
      }),
      footnote: t.expose('footnote', { type: Footnote, description: 'The footnote cited.' }),
    }),
  });

/**
 * What a line cites, by its position, and the box of its filing; footnotes that its filing lacks
 * are left out.
 */
export async function citedBy(position: bigint, { loaders }: Context) {
  const row = await loaders.row('citations', position, citationsAt, ({ position }) => position);
  const { citations, footnotes, rule10b5One } = present(row);
  const byId = new Map(footnotes.map((footnote) => [footnote.id, footnote]));
  const cited = citations.flatMap(({ field, id }) => {
    const footnote = byId.get(id);
    return footnote === undefined ? [] : [{ field, footnote }];
  });
  return { cited, rule10b5One };
}

/** What a line cites, by its position. */
export async function citedFootnotes(position: bigint, context: Context) {
  return (await citedBy(position, context)).cited;
}

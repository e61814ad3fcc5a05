import { type CitedFootnotes, citationsAt, type StoredFootnote } from '../../reads/index.ts';
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

/** What a line cites, by its position; footnotes that its filing lacks are left out. */
export async function citedFootnotes(
  position: bigint,
  { loaders }: Context,
): Promise<{ field: string; footnote: StoredFootnote }[]> {
  return withFootnotes(
    present(await loaders.row('footnotes of lines', position, citationsAt, (row) => row.position)),
  );
}

function withFootnotes({ citations, footnotes }: CitedFootnotes) {
  const byId = new Map(footnotes.map((footnote) => [footnote.id, footnote]));
  return citations.flatMap(({ field, id }) => {
    const footnote = byId.get(id);
    return footnote === undefined ? [] : [{ field, footnote }];
  });
}

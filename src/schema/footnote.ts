import { builder } from './builder.ts';

/** A footnote as the ledger stores it. */
export interface FootnoteShape {
  readonly id: string;
  readonly text: string;
}

/** A citation as the ledger stores it; its footnote may be missing. */
interface Citation {
  readonly field: string;
  readonly id: string;
}

/** Footnote. */
export const Footnote = builder.objectRef<FootnoteShape>('Footnote').implement({
  description: 'A footnote of a filing.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'F1, F2 and so on, within its filing.' }),
    text: t.exposeString('text', { description: 'As filed.' }),
  }),
});

/** FootnoteReference. */
export const FootnoteReference = builder
  .objectRef<{ readonly field: string; readonly footnote: FootnoteShape }>('FootnoteReference')
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

/** The footnotes of a filing's column. */
export function footnotesOf(filing: { readonly footnotes: unknown }): readonly FootnoteShape[] {
  return filing.footnotes as readonly FootnoteShape[];
}

/** A line's citations with their footnotes; those of a footnote that the filing lacks are left out. */
export function citedFootnotes(
  line: { readonly footnotes: unknown },
  filing: { readonly footnotes: unknown },
): { field: string; footnote: FootnoteShape }[] {
  const footnotes = new Map(footnotesOf(filing).map((footnote) => [footnote.id, footnote]));
  return (line.footnotes as readonly Citation[]).flatMap(({ field, id }) => {
    const footnote = footnotes.get(id);
    return footnote === undefined ? [] : [{ field, footnote }];
  });
}

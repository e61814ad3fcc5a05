import { type FilingSource, sourceBytes, sourceOf, sourceText } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { encodeId } from '../identity/index.ts';
import { Filing } from './filing.ts';

/** Characters of a text at most. */
const LONGEST = 1_000_000;

interface Source extends FilingSource {
  readonly url: string;
  /** Read once, where a field asks for what is in them. */
  readonly bytes: () => Promise<Buffer>;
}

const SourceDocument = builder.objectRef<Source>('SourceDocument').implement({
  description: 'The document that a filing was read from, as it came.',
  fields: (t) => ({
    hash: t.exposeString('hash', { description: 'SHA-256 of its bytes, hex.' }),
    size: t.int({ description: 'Bytes.', resolve: async ({ bytes }) => (await bytes()).length }),
    mediaType: t.exposeString('mediaType', {
      description: 'application/xml, text/html or text/plain.',
    }),
    text: t.string({
      description: 'As text: the first million characters of it. `url` has all of its bytes.',
      resolve: async ({ bytes }) => sourceText(await bytes()).slice(0, LONGEST),
    }),
    url: t.exposeString('url', {
      description:
        'The path on this server that gives the bytes; with ?download as a file to keep.',
    }),
  }),
});

builder.prismaObjectField(Filing, 'source', (t) =>
  t.field({
    type: SourceDocument,
    nullable: true,
    description:
      'The document that it was read from; null where that is rows of a data set. sourceHash is its hash.',
    resolve: ({ id, accessionNumber, sourceHash, rendition }, _, { database }) => {
      const hash = Buffer.from(sourceHash).toString('hex');
      const source = sourceOf(hash, rendition);
      if (source === null) return null;
      let read: Promise<Buffer> | undefined;
      const bytes = () => {
        read ??= sourceBytes(database.pool, source);
        return read;
      };
      const name = accessionNumber ?? encodeId('Filing', id);
      return { ...source, url: `/filings/${name}/source`, bytes };
    },
  }),
);

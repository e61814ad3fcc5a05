import { rmSync, writeFileSync } from 'node:fs';
import { schema } from '../src/schema/index.ts';
import { apiPage } from './api-page.ts';
import { meanings } from './meanings.ts';
import { possibleTypes } from './possible-types.ts';
import { withoutId } from './without-id.ts';

const WEB = new URL('../web/src/graphql/', import.meta.url);

writeFileSync(new URL('../docs/reference/api.md', import.meta.url), apiPage(schema));
writeFileSync(new URL('meanings.ts', WEB), meanings(schema));
writeFileSync(new URL('possible-types.ts', WEB), possibleTypes(schema));
writeFileSync(new URL('without-id.ts', WEB), withoutId(schema));
// The page's operations stand in files of their own: it needs their documents, and no tag.
rmSync(new URL('gql.ts', WEB));
writeFileSync(
  new URL('index.ts', WEB),
  ['graphql', 'meanings', 'possible-types', 'without-id']
    .map((file) => `export * from './${file}.ts';\n`)
    .join(''),
);

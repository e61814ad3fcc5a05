import { rmSync, writeFileSync } from 'node:fs';
import { schema } from '../src/schema/index.ts';
import { apiPage } from './api-page.ts';
import { meanings } from './meanings.ts';
import { possibleTypes } from './possible-types.ts';
import { withoutId } from './without-id.ts';

const WEB = new URL('../web/src/graphql/', import.meta.url);
const TOOLS = new URL('../src/server/mcp/graphql/', import.meta.url);

writeFileSync(new URL('../docs/reference/api.md', import.meta.url), apiPage(schema));
writeFileSync(new URL('meanings.ts', WEB), meanings(schema));
writeFileSync(new URL('possible-types.ts', WEB), possibleTypes(schema));
writeFileSync(new URL('without-id.ts', WEB), withoutId(schema));
// Operations that stand in files of their own need their documents, and no tag.
for (const folder of [WEB, TOOLS]) rmSync(new URL('gql.ts', folder));
writeFileSync(new URL('index.ts', TOOLS), `export * from './graphql.ts';\n`);
writeFileSync(
  new URL('index.ts', WEB),
  ['graphql', 'meanings', 'possible-types', 'without-id']
    .map((file) => `export * from './${file}.ts';\n`)
    .join(''),
);
// The tools need the documents that were written just now.
const { toolsPage } = await import('./tools-page.ts');
writeFileSync(new URL('../docs/reference/tools.md', import.meta.url), toolsPage());

export { describeView } from './describe-view.ts';
export { GRAPHIQL_ASSETS, type Graphiql, openGraphiql } from './graphiql.ts';
export { fileAnswer, type PageFile } from './page-file.ts';
export { type Page, readPage } from './read-page.ts';
export { servePage } from './serve-page.ts';

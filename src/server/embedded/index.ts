export { hasDatabase } from './credentials.ts';
export { type EmbeddedDatabase, openEmbedded } from './embedded-database.ts';

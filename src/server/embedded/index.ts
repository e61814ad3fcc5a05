export { type EmbeddedDatabase, openEmbedded } from './embedded-database.ts';

export * from './graphql.ts';
export * from './meanings.ts';

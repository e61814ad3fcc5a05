export * from './graphql.ts';
export * from './meanings.ts';
export * from './possible-types.ts';
export * from './without-id.ts';

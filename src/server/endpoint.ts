/** Where GraphQL is served. */
export const ENDPOINT = '/graphql';

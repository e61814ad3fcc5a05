/** Where GraphQL is served. */
export const ENDPOINT = '/graphql';

/** What requests of this machine itself share with one another, where clients have shares. */
export const HERE = 'this machine';

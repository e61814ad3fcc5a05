import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { Client, fetchExchange } from 'urql';
import { POSSIBLE_TYPES, WITHOUT_ID } from '../graphql/index.ts';

/** Where the server answers, on whatever host and port the page came from. */
export const ENDPOINT = new URL('/graphql', window.location.href).href;

const PAGED = {
  Query: ['transactions', 'clusters'],
  Person: ['relationships', 'holdings', 'events', 'filings', 'coInsiders'],
  Issuer: ['insiders', 'holdings', 'events', 'filings'],
  Snapshot: ['changesSince', 'holdings'],
} as const;

/** Asks the server, and keeps what it says by id: one person is one object in every view. */
export function createClient(): Client {
  const cache = cacheExchange({
    possibleTypes: POSSIBLE_TYPES,
    // What has no id is kept with the field that it stands in.
    keys: Object.fromEntries(WITHOUT_ID.map((type) => [type, () => null])),
    resolvers: Object.fromEntries(
      Object.entries(PAGED).map(([type, fields]) => [
        type,
        Object.fromEntries(fields.map((field) => [field, relayPagination()])),
      ]),
    ),
  });
  return new Client({ url: ENDPOINT, exchanges: [cache, fetchExchange], preferGetMethod: false });
}

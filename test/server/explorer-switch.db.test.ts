import { expect, it } from 'vitest';
import type { Page } from '../../src/server/page/index.ts';
import { startServer } from '../support/live-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const body = Buffer.from('<!doctype html>');
const files: Page['files'] = new Map([
  [
    '/index.html',
    {
      type: 'text/html',
      etag: '"1"',
      bodies: { identity: body, br: body, gzip: body },
      isImmutable: false,
    },
  ],
]);
const page: Page = { files, links: new Map(), operations: [] };

it.each([
  [true, 200],
  [false, 404],
])(
  'the explorer is shown as EXPLORER says: %s, %d; the API is served all the same',
  async (explorer, status) => {
    const { database } = await createTestLedger();
    const { url } = await startServer(database, { page, settings: { explorer } });
    expect((await fetch(new URL('/ledger', url))).status).toBe(status);
    const answer = await fetch(`${url}?query={__typename}`);
    expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' } });
  },
);

import { expect, it } from 'vitest';
import { z } from 'zod';
import { RELAY_VARIABLES, relaySettings } from '../../../src/server/relay-config.ts';

const schema = z.object(RELAY_VARIABLES);
const settingsOf = (RELAY: string) => relaySettings(schema.parse({ RELAY }));

it('nothing is relayed where no server is named', () => {
  expect(relaySettings(schema.parse({}))).toBeNull();
});

it.each([
  ['nats://a', ['a:4222'], false, null],
  ['nats://key@a:1', ['a:1'], false, { token: 'key' }],
  ['nats://rhoda:p%40ss@a:1,nats://b:2', ['a:1', 'b:2'], false, { user: 'rhoda', pass: 'p@ss' }],
  ['tls://a:1 tls://b', ['a:1', 'b:4222'], true, null],
  ['nats://[::1]:4222', ['[::1]:4222'], false, null],
])('%s names servers, TLS and a login', (text, servers, isTls, login) => {
  expect(settingsOf(text)).toMatchObject({ servers, isTls, login, stream: 'insider-ledger' });
});

it.each(['a:4222', 'http://a', 'nats://', 'nats://a,tls://b', 'nats://x:%zz-secret@a'])(
  '%s is refused without saying it',
  (text) => {
    const { error } = schema.safeParse({ RELAY: text });
    expect(error?.issues[0]?.message).toMatch(/^must be at most 16 of nats:/);
    expect(error?.message).not.toContain('secret@');
  },
);

it.each(['a.b', 'a b', '', 'a'.repeat(65)])('"%s" is no name of a stream', (name) => {
  expect(schema.safeParse({ RELAY_STREAM: name }).success).toBe(false);
});

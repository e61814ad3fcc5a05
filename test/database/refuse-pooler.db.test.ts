import { type AddressInfo, createServer, connect as open, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { refusePooler } from '../../src/database/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';

/** What stands before PostgreSQL and does as a pooler with the first packet of a connection. */
async function startPooler(
  serverUrl: string,
  first: (packet: Buffer, client: Socket) => Buffer | null,
) {
  const { port } = new URL(serverUrl);
  const server = createServer((client) => {
    client.on('error', () => undefined);
    client.once('data', (packet) => {
      const passed = first(packet, client);
      if (passed === null) return;
      const database = open(Number(port), '127.0.0.1');
      database.on('error', () => client.destroy());
      database.write(passed);
      client.pipe(database).pipe(client);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const url = new URL(serverUrl);
  url.port = String((server.address() as AddressInfo).port);
  return String(url);
}

/** A first packet without its options, as `ignore_startup_parameters` drops them. */
function withoutOptions(packet: Buffer): Buffer {
  const parts = packet.subarray(8).toString('latin1').split('\0');
  const at = parts.indexOf('options');
  if (at >= 0) parts.splice(at, 2);
  const rest = Buffer.from(parts.join('\0'), 'latin1');
  const head = Buffer.alloc(8);
  head.writeInt32BE(rest.length + 8);
  packet.copy(head, 4, 4, 8);
  return Buffer.concat([head, rest]);
}

/** As pgbouncer says it. */
function refusal(text: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${text}\0\0`);
  const head = Buffer.from('E....');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

it('a pooler that drops, or refuses, the settings of a session is refused in one sentence', async () => {
  const { serverUrl } = await createTestLedger();
  await expect(refusePooler(serverUrl)).resolves.toBeUndefined();
  const sentence = { category: 'Incorrect', message: expect.stringContaining('pgbouncer') };
  const dropping = await startPooler(serverUrl, withoutOptions);
  await expect(refusePooler(dropping)).rejects.toMatchObject(sentence);
  const refusing = await startPooler(serverUrl, (_, client) => {
    client.end(refusal('unsupported startup parameter: options'));
    return null;
  });
  await expect(refusePooler(refusing)).rejects.toMatchObject(sentence);
});

it('a database that is not there is left to who connects next', async () => {
  await expect(refusePooler('postgres://nobody@127.0.0.1:1/nothing')).resolves.toBeUndefined();
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { invented } from '../../schema/samples.ts';
import { childEnvironment } from '../../support/child-environment.ts';
import { PROGRAM } from '../../support/command-line.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

/** `insider-ledger mcp` over a ledger of the samples, and what it has written so far. */
async function startMcp() {
  const ledger = await createTestLedger();
  await ledger.append(invented());
  const child = spawn(process.execPath, [PROGRAM, 'mcp'], {
    env: { ...childEnvironment(), DATABASE_URL: ledger.adminUrl, READS: 'keys', LOG: 'debug' },
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const send = (message: object) => child.stdin.write(`${JSON.stringify(message)}\n`);
  const answerTo = async (id: number) => {
    const find = () => lines.map((line) => JSON.parse(line)).find((message) => message.id === id);
    await expect.poll(() => find() !== undefined).toBe(true);
    return find();
  };
  return { child, lines, said: () => said, send, answerTo };
}

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  },
};

it('insider-ledger mcp speaks the protocol alone, and ends when its input does', async () => {
  const { child, lines, said, send, answerTo } = await startMcp();
  send(INITIALIZE);
  expect((await answerTo(1)).result.serverInfo.name).toBe('insider-ledger');
  send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  const args = { issuer: 'TWKX', asOf: '2023-12-01' };
  send({
    jsonrpc: '2.0',
    id: 2,
    method: 'tools/call',
    params: { name: 'who_holds', arguments: args },
  });
  const { result } = await answerTo(2);
  expect(result.content[0].text).toContain('«Tarnwick Instruments Inc.» (TWKX, CIK 0009000101)');
  expect(result.structuredContent.links[0].url).toContain('http://localhost:4000/issuer/');
  child.stdin.write('this is no message\n');
  send({ jsonrpc: '2.0', id: 3, method: 'ping' });
  expect((await answerTo(3)).result).toEqual({});
  for (const line of lines) expect(JSON.parse(line).jsonrpc).toBe('2.0');
  expect(said()).toContain('SELECT');
  child.stdin.end();
  const [status] = await once(child, 'exit');
  expect(status).toBe(0);
});

it('insider-ledger mcp ends by a signal too', async () => {
  const { child, send, answerTo } = await startMcp();
  send(INITIALIZE);
  await answerTo(1);
  child.kill('SIGTERM');
  const [status] = await once(child, 'exit');
  expect(status).toBe(0);
});

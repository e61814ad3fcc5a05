import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { Random } from '../test/support/random.ts';
import { drawBody } from './serve/operations.ts';
const [port, seconds = '6', ...ops] = process.argv.slice(2);
const { size } = JSON.parse(readFileSync('/tmp/hold.json', 'utf8'));
const pid = Number(readFileSync('/tmp/zz.pid', 'utf8'));
const cpu = () => { const s = readFileSync(`/proc/${pid}/stat`, 'utf8'); const f = s.slice(s.lastIndexOf(')') + 2).split(' '); return (Number(f[11]) + Number(f[12])) * 10; };
for (const op of ops) {
  const once = (duration: number, seed: number) => { let c = 0; return autocannon({ url: `http://127.0.0.1:${port}/graphql`, connections: 32, duration, method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' },
    setupClient: (client) => { c += 1; const r = new Random(seed * 1000 + c); client.setRequests(Array.from({ length: 1500 }, () => ({ body: drawBody(op as never, 'ours', size, r) })) as never); } }); };
  await once(2, 1);
  const before = cpu(); const r = await once(Number(seconds), 2); const used = cpu() - before;
  console.log(op.padEnd(9), 'rps', Math.round(r.requests.total / r.duration), 'p50', r.latency.p50, 'cpu ms', (used / r.requests.total).toFixed(3), 'bad', r.non2xx, r.errors);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Random } from '../../src/server/demo/index.ts';
import { type Drawn, drawBody } from '../serve/operations.ts';
import { type Cleanup, stopProcess } from '../serve/processes.ts';

const ATTACKER = fileURLToPath(new URL('./attacker.ts', import.meta.url));

/** As a proxy says of it. */
const HEALTHY = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.1' };

/** What the healthy client met. */
export interface Beside {
  readonly p50: number;
  readonly p99: number;
  readonly asked: number;
  /** Answers that had errors, or none. */
  readonly failed: number;
  /** Megabytes of the server at its end. */
  readonly memoryMb: number;
}

/** A server, and what its ledger has. */
export interface Attacked {
  readonly url: string;
  readonly pid: number;
  readonly size: Drawn;
}

/** A client reads one person's holdings after another's, for so long, beside a load or none. */
export async function besideLoad(
  attacked: Attacked,
  load: string | null,
  seconds: number,
  cleanup: Cleanup,
): Promise<Beside> {
  const attacker = load === null ? null : startAttacker(attacked.url, load, cleanup);
  // Once it is at work.
  if (attacker !== null) await sleep(2_500);
  const random = new Random(20_261_130);
  const times: number[] = [];
  let failed = 0;
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const body = drawBody('holdings', 'ours', attacked.size, random);
    const began = performance.now();
    const answer = await fetch(attacked.url, { method: 'POST', headers: HEALTHY, body })
      .then((response) => response.text())
      .catch(() => '');
    times.push(performance.now() - began);
    if (!answer.startsWith('{"data":{"person":{')) failed += 1;
    await sleep(15);
  }
  const memoryMb = residentMb(attacked.pid);
  if (attacker !== null) await stopProcess(attacker);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), asked: times.length, failed, memoryMb };
}

function startAttacker(url: string, load: string, cleanup: Cleanup): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', ATTACKER, url, load], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  cleanup.add(() => stopProcess(child));
  return child;
}

function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return Number.NaN;
  }
}

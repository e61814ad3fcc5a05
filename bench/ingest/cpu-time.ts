import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts a hundred ticks a second for programs, whatever its own clock is. */
const MS_A_TICK = 10;
/** Fields of /proc/PID/stat after the name, from 0: own and of ended children, user and system. */
const OWN = [11, 12] as const;
const ENDED_CHILDREN = [13, 14] as const;
const PARENT = 1;

/** CPU of the children of this process that have ended and been waited for, milliseconds. */
export function cpuOfEndedChildren(): number {
  return sum(statOf('self'), ENDED_CHILDREN);
}

/** CPU of each thread of a running process, milliseconds, by its number; none where it is gone. */
export function cpuOfThreads(pid: number): Map<string, number> {
  const threads = new Map<string, number>();
  for (const thread of listed(`/proc/${pid}/task`)) {
    threads.set(thread, sum(statOf(`${pid}/task/${thread}`), OWN));
  }
  return threads;
}

/** The most memory that a process has had resident, in bytes; 0 where it is gone. */
export function highestResident(pid: number): number {
  const found = /VmHWM:\s+(\d+) kB/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0;
  return Number(found) * 1_024;
}

/**
 * CPU that a PostgreSQL server has used since it started, milliseconds: its backends, those that
 * have ended too, and what runs beside them. By the folder of its cluster.
 */
export function cpuOfPostgres(clusterFolder: string): number {
  const server = textOf(join(clusterFolder, 'postmaster.pid')).split('\n')[0] ?? '';
  const running = listed('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === server);
  return running.reduce(
    (total, pid) => total + sum(statOf(pid), OWN),
    sum(statOf(server), [...OWN, ...ENDED_CHILDREN]),
  );
}

function parentOf(pid: string): string | undefined {
  return statOf(pid)[PARENT];
}

function statOf(process: string): string[] {
  const stat = textOf(`/proc/${process}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function sum(fields: readonly string[], wanted: readonly number[]): number {
  return wanted.reduce((total, index) => total + Number(fields[index] ?? 0), 0) * MS_A_TICK;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process may end while it is looked at. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

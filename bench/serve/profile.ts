import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of a CPU profile that are read. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** The profile of the main thread in a folder: what share of its working time each place took. */
export async function summarise(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => MAIN_THREAD.test(name));
  const [file] = files;
  if (file === undefined) return `No profile in ${folder}.`;
  const profile = JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile;
  const places = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [index, id] of profile.samples.entries()) {
    const place = places.get(id) ?? IDLE;
    times.set(place, (times.get(place) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  times.delete(IDLE);
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const lines = [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 25)
    .map(([place, time]) => `${((100 * time) / all).toFixed(1).padStart(6)} %  ${place}`);
  return [
    `\n${join(folder, file)}: ${(all / 1e6).toFixed(1)} s of work, start included`,
    ...lines,
  ].join('\n');
}

// CPU.date.time.process.thread.number: the loader of TypeScript has a thread of its own.
const MAIN_THREAD = /\.0\.\d+\.cpuprofile$/;

const IDLE = '(idle)';

/** The package, the room of src or the part of Node that a frame belongs to. */
function placeOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string {
  const ofPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (ofPackage !== undefined) return ofPackage;
  const ofRoom = /\/src\/(\w+)(\/prisma-client)?/.exec(url);
  if (ofRoom !== null) return `src/${ofRoom[1]}${ofRoom[2] ?? ''}`;
  if (url.startsWith('node:')) return 'node';
  if (url.startsWith('wasm:')) return 'WebAssembly';
  if (url !== '') return url.slice(0, 80);
  if (functionName === '(program)') return '(native code)';
  return functionName.startsWith('(') ? functionName : `native ${functionName}`;
}

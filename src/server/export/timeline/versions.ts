import { link, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Anomaly } from '../../../values/index.ts';

const manifest = z.object({ format: z.literal(1), through: z.string().regex(/^\d+$/) });

/** The name under which readers find the newest version. */
const CURRENT = 'current';

/**
 * The position that the newest version in a folder reaches; null where there is none. Incorrect
 * where what is there is no timeline.
 */
export async function readThrough(output: string): Promise<bigint | null> {
  const path = join(output, CURRENT, 'manifest.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return BigInt(manifest.parse(JSON.parse(text)).through);
  } catch (cause) {
    throw new Anomaly('Incorrect', `${path} is no manifest of a timeline.`, { cause });
  }
}

/** Gives the files of the newest version to a new one too, as they are: they never change. */
export async function linkNewest(output: string, into: string): Promise<void> {
  const from = join(output, CURRENT);
  const found = await readdir(from, { recursive: true, withFileTypes: true });
  for (const file of found) {
    if (!file.isFile() || !file.name.endsWith('.parquet')) continue;
    const folder = join(into, file.parentPath.slice(from.length));
    await mkdir(folder, { recursive: true });
    await link(join(file.parentPath, file.name), join(folder, file.name));
  }
}

/**
 * Makes a whole version the newest at once: a reader who opens files by `current` has all of one
 * version. The one before it stays for those who are reading it; older ones go.
 */
export async function publish(output: string, whole: string, name: string): Promise<void> {
  await rename(whole, join(output, name));
  const beside = join(output, `.${name}.link`);
  await symlink(name, beside, 'junction');
  await rename(beside, join(output, CURRENT));
  const versions = (await readdir(output)).filter((entry) => /^at-\d+-/.test(entry)).sort();
  for (const old of versions.slice(0, -2)) {
    await rm(join(output, old), { recursive: true, force: true });
  }
}

/** Makes the folder of a version that is being written; its parent where there is none. */
export async function beginVersion(output: string): Promise<string> {
  const partial = join(output, `.partial-${process.pid}`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  return partial;
}

/** Takes away a version that was not finished. */
export async function abandon(partial: string): Promise<void> {
  await rm(join(dirname(partial), `.partial-${process.pid}`), { recursive: true, force: true });
}

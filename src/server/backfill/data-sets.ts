import type { FileHandle } from 'node:fs/promises';
import {
  dataSetPaths,
  type EdgarDownload,
  inParallel,
  openScratchFile,
  readDataSet,
} from '../../sources/index.ts';
import { Anomaly, type Quarter } from '../../values/index.ts';
import { ingestWanted } from './ingest-wanted.ts';
import { ended } from './quarter-end.ts';
import type { BackfillWork, QuarterEnd } from './work.ts';

/** A quarter's zip, on disk without a name. */
interface Downloaded {
  readonly quarter: Quarter;
  readonly file: FileHandle;
  /** Where it was, or would be. */
  readonly path: string;
  readonly answer: EdgarDownload;
}

const TRIES = 3;

/** Reads quarters from the SEC's data sets; the next is fetched while one is appended. */
export async function* dataSetQuarters(
  work: BackfillWork,
  quarters: readonly Quarter[],
): AsyncGenerator<QuarterEnd> {
  const open = new Set<FileHandle>();
  const fetched = inParallel(quarters, { atOnce: 1, ahead: 1 }, async (quarter, signal) => {
    const file = await openScratchFile();
    open.add(file);
    return download(work, { quarter, file }, signal);
  });
  try {
    for await (const one of fetched) {
      yield await readQuarter(work, one);
      open.delete(one.file);
      await one.file.close();
    }
  } finally {
    await Promise.all([...open].map((file) => file.close()));
  }
}

async function download(
  { client, known }: BackfillWork,
  { quarter, file }: Pick<Downloaded, 'quarter' | 'file'>,
  signal?: AbortSignal,
): Promise<Downloaded> {
  const ifNewer = known.get(quarter);
  const options = {
    ...(ifNewer === undefined ? {} : { ifNewer }),
    ...(signal === undefined ? {} : { signal }),
  };
  let last: Downloaded | null = null;
  for (const path of dataSetPaths(quarter)) {
    last = { quarter, file, path, answer: await client.download(path, file, options) };
    if (last.answer.outcome !== 'absent') break;
  }
  if (last === null) throw new Anomaly('Fault', `No place is known for ${quarter}.`);
  return last;
}

/** Nothing of a zip is appended before all of it is read: a broken one is fetched again. */
async function readQuarter(work: BackfillWork, first: Downloaded): Promise<QuarterEnd> {
  const { quarter } = first;
  let { path, file, answer } = first;
  for (let tries = 1; ; tries += 1) {
    if (answer.outcome === 'notModified') return ended(quarter, 'unchanged');
    if (answer.outcome === 'absent') {
      work.listener.missing(`the data set of ${quarter}`, null);
      return ended(quarter, 'absent', 'EDGAR has no data set of it (yet)');
    }
    try {
      const summary = await ingestWanted(work, readDataSet({ name: path, file }), { quarter });
      return { ...ended(quarter, 'read'), summary, validators: answer.validators };
    } catch (error) {
      if (!(error instanceof Anomaly) || error.category !== 'Incorrect') throw error;
      if (tries >= TRIES) return ended(quarter, 'broken', error.message);
    }
    ({ path, file, answer } = await download({ ...work, known: new Map() }, { quarter, file }));
  }
}

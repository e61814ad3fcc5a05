import { listFiles } from '../../sources/index.ts';
import { ingestFiles, type RejectedFile } from '../ingest-files.ts';
import type { ExitStatus } from './main.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** `insider-ledger ingest PATH…`: 1 where a document was rejected; the others are in. */
export async function ingestCommand(
  terminal: Terminal,
  paths: readonly string[],
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const files = await listFiles(paths);
  const started = performance.now();
  const summary = await withDatabase((database) =>
    ingestFiles(database, files, {
      rejected(file) {
        if (json) terminal.print(JSON.stringify(file));
        else terminal.say(describe(file));
      },
      progress(done, { filings, rejected }) {
        const seconds = (performance.now() - started) / 1_000;
        const left = Math.round(((files.length - done) * seconds) / done);
        terminal.progress(
          `${done} of ${files.length} documents, ${filings} filings appended, ${rejected} rejected, ` +
            `${Math.round(done / seconds)}/s, ${left} s left`,
        );
      },
    }),
  );
  terminal.done();
  const seconds = Math.round(performance.now() - started) / 1_000;
  if (json) terminal.print(JSON.stringify({ ...summary, seconds }));
  else {
    terminal.print(
      `${summary.filings} filings (${summary.events} events) appended, ` +
        `${summary.alreadyHeld} already held, ${summary.rejected} rejected, in ${seconds} s`,
    );
  }
  return summary.rejected === 0 ? 0 : 1;
}

function describe({ file, problems }: RejectedFile): string {
  const shown = problems.slice(0, 5).map(({ code, path, message }) => {
    const place = path === '' ? '' : ` at ${path}`;
    return `  ${code}${place}: ${message}`;
  });
  const more = problems.length > 5 ? [`  … and ${problems.length - 5} more`] : [];
  return [`rejected ${file}`, ...shown, ...more].join('\n');
}

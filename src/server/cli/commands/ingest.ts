import type { CommandLine } from '../command-line.ts';
import type { IngestCommandOptions } from '../ingest.ts';

/** Adds `ingest`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('ingest')
    .description('append filings from files and folders to the ledger')
    .argument(
      '[path...]',
      'files, archives (.zip, .tar.gz), zips of SEC data sets, folders of these; - is standard input',
    )
    .option('--retry', 'in place of paths: take again the documents that were rejected before')
    .option('--code <code>', 'with --retry: those of one reason alone, as MALFORMED_XML')
    .option('--json', 'print rejected documents and the summary as lines of JSON')
    .action(
      run(async (paths: string[], options: IngestCommandOptions) =>
        (await import('../ingest.ts')).ingestCommand(terminal, paths, options),
      ),
    );
}

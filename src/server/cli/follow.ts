import { reopenGaps } from '../../desk/index.ts';
import { checkUserAgent, type Form } from '../../sources/index.ts';
import { Anomaly } from '../../values/index.ts';
import { readConfig } from '../config.ts';
import { follow } from '../follow/index.ts';
import type { IngestSummary } from '../ingest-documents.ts';
import { openEdgar } from '../open-edgar.ts';
import type { RevivableDatabase } from '../patience.ts';
import { describeRejected } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** What the command line asks of `follow`. */
export interface FollowCommandOptions extends OutputOptions {
  /** Seconds from poll to poll. */
  readonly interval: string;
  /** 3, 4 and 5, apart by commas. */
  readonly forms: string;
  readonly once?: boolean;
  /** Once, with all that is missing, also what was given up. */
  readonly gaps?: boolean;
}

const RECOVER_EVERY_MS = 3_600_000;

/**
 * `insider-ledger follow`: runs until SIGINT or SIGTERM, then ends with 0. With `--once`, 1 where a
 * filing was rejected or is missing, or EDGAR failed in anything. `--gaps` is `--once` after which
 * what was given up was asked for as well.
 */
export async function followCommand(
  terminal: Terminal,
  { interval, forms, gaps = false, json = false, ...options }: FollowCommandOptions,
): Promise<ExitStatus> {
  const once = gaps || options.once === true;
  const asked = { intervalMs: readInterval(interval), forms: readForms(forms) };
  const config = readConfig();
  checkUserAgent(config.edgar.userAgent);
  const closing = new AbortController();
  terminal.gone.addEventListener('abort', () => closing.abort(terminal.gone.reason));
  const stopListening = onSignal(() => {
    terminal.say('Closing.');
    closing.abort(new Error('closing'));
  });
  const started = performance.now();
  const { signal } = closing;
  const work = async (database: RevivableDatabase): Promise<ExitStatus> => {
    const say = (line: string) => terminal.say(line);
    const client = openEdgar(config.edgar, database, { say, signal });
    if (!once) {
      terminal.say(
        `Following Forms ${asked.forms.join(', ')} every ${asked.intervalMs / 1_000} s; Ctrl+C ends it.`,
      );
    }
    try {
      if (gaps) await reopenGaps(database.pool, new Date());
      const summary = await follow({
        ...asked,
        client,
        database,
        once,
        signal,
        recoverEveryMs: RECOVER_EVERY_MS,
        giveUpDays: config.edgar.giveUpDays,
        listener: {
          taken: (taken) => tell(terminal, taken, json),
          rejected: (file) =>
            json
              ? terminal.print(JSON.stringify(file))
              : terminal.warn(describeRejected(file.file, file.problems)),
          say,
        },
      });
      const seconds = Math.round(performance.now() - started) / 1_000;
      if (json) terminal.print(JSON.stringify({ ...summary, seconds }));
      else {
        terminal.print(
          `${summary.filings} filings (${summary.events} events) appended, ` +
            `${summary.rejected} rejected, ${summary.warned === 0 ? '' : `${summary.warned} read with warnings, `}${summary.missing} missing, ` +
            `${summary.faults} faults of EDGAR, in ${seconds} s`,
        );
      }
      return once && summary.rejected + summary.missing + summary.faults > 0 ? 1 : 0;
    } finally {
      await client.close();
    }
  };
  try {
    return await withDatabase(terminal, work, {
      stop: signal,
      graceMs: 30_000,
      appends: true,
    });
  } catch (error) {
    // Stopped before it had begun.
    if (signal.aborted && error === signal.reason) return once ? 130 : 0;
    throw error;
  } finally {
    stopListening();
  }
}

function tell(terminal: Terminal, taken: IngestSummary, json: boolean): void {
  if (json) terminal.print(JSON.stringify({ taken }));
  else if (taken.filings > 0) {
    const filings = taken.filings === 1 ? 'filing' : 'filings';
    terminal.print(
      `${new Date().toISOString()} ${taken.filings} ${filings} (${taken.events} events) appended${taken.warned === 0 ? '' : `, ${taken.warned} read with warnings`}`,
    );
  }
}

function readInterval(text: string): number {
  const seconds = Number(text);
  if (/^\d{1,5}(?:\.\d{1,3})?$/.test(text) && seconds >= 0.1 && seconds <= 86_400) {
    return seconds * 1_000;
  }
  throw new Anomaly('Incorrect', '--interval has to be seconds, from 0.1 to 86400.');
}

function readForms(text: string): Form[] {
  const forms = new Set(text.split(',').map((form) => form.trim()));
  const isForm = (form: string): form is Form => ['3', '4', '5'].includes(form);
  const read = [...forms].filter(isForm).sort();
  if (read.length === forms.size) return read;
  throw new Anomaly('Incorrect', '--forms has to be of 3, 4 and 5, apart by commas.');
}

/** A second signal does what signals do: it ends the process at once. */
function onSignal(closing: () => void): () => void {
  const stop = () => {
    process.off('SIGINT', signalled);
    process.off('SIGTERM', signalled);
  };
  const signalled = () => {
    stop();
    closing();
  };
  process.on('SIGINT', signalled);
  process.on('SIGTERM', signalled);
  return stop;
}

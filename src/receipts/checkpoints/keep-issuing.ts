import type { Database } from '../../database/index.ts';
import { type Issuing, issueCheckpoint } from './issue-checkpoint.ts';

/** How checkpoints are issued while a ledger grows. */
export interface Keeping extends Omit<Issuing, 'stop'> {
  /** Where a copy of each note goes; its failure is reported, and the next is tried. */
  readonly sink?: ((note: string) => Promise<void>) | null;
  /** Called with what failed, once until something else happens. */
  readonly failed: (error: unknown) => void;
  /** A second by default. */
  readonly everyMs?: number;
}

/** What is appended last is signed at the end, unless a whole tree is to be built for it. */
const LONGEST_END_MS = 10_000;

/** Checkpoints that are issued until they are closed. */
export interface KeptCheckpoints {
  /** Signs what was appended last, and ends. */
  readonly close: () => Promise<void>;
}

/**
 * Issues a checkpoint whenever the ledger has grown, whichever process appended to it: at most one
 * each second. The tree of an older ledger is built meanwhile; where that is stopped, the next
 * process goes on.
 */
export function keepIssuing(
  database: Pick<Database, 'pool'>,
  { sink = null, failed, everyMs = 1_000, ...issuing }: Keeping,
): KeptCheckpoints {
  const closing = new AbortController();
  let reported = '';
  let timer: NodeJS.Timeout | undefined;

  const issue = async (stop: AbortSignal) => {
    try {
      const note = await issueCheckpoint(database, { ...issuing, stop });
      if (note !== null) await sink?.(note);
      reported = '';
    } catch (error) {
      if (error === stop.reason) return;
      const text = String(error);
      if (text !== reported) failed(error);
      reported = text;
    }
  };
  const again = async () => {
    await issue(closing.signal);
    if (closing.signal.aborted) return;
    timer = setTimeout(() => {
      running = again();
    }, everyMs).unref();
  };
  let running = again();

  return {
    async close() {
      closing.abort();
      clearTimeout(timer);
      await running;
      await issue(AbortSignal.timeout(LONGEST_END_MS));
    },
  };
}

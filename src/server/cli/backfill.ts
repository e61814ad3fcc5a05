import { checkUserAgent } from '../../sources/index.ts';
import { instantOf, newYorkDate } from '../../values/index.ts';
import {
  type BackfillOptions,
  type BackfillProgress,
  type BackfillSummary,
  backfill,
  planBackfill,
  type QuarterEnd,
} from '../backfill/index.ts';
import { readConfig } from '../config.ts';
import { openEdgar } from '../open-edgar.ts';
import { BackfillRate } from './backfill-rate.ts';
import { describeRejected, printable } from './describe-rejected.ts';
import { type ExitStatus, Interrupted } from './exit-status.ts';
import { duration } from './ingest-progress.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/**
 * `insider-ledger backfill`: 1 where documents were rejected or something was missing; the others
 * are in. A run that fails or is killed is gone on with by the next.
 */
export async function backfillCommand(
  terminal: Terminal,
  { json = false, ...options }: BackfillOptions & OutputOptions,
): Promise<ExitStatus> {
  const started = instantOf(new Date());
  const plan = planBackfill(options, newYorkDate(started));
  const { edgar } = readConfig();
  checkUserAgent(edgar.userAgent);
  const rate = new BackfillRate(performance.now());
  let broken = 0;
  let filings = 0;
  try {
    const { summary, finishedBefore } = await withDatabase(
      terminal,
      async (database, stop) => {
        const say = (line: string) => terminal.say(printable(line));
        const client = openEdgar(edgar, database, { say, signal: stop });
        try {
          return await backfill({
            database,
            client,
            plan,
            listener: {
              rejected(file) {
                if (json) terminal.print(JSON.stringify(file));
                else terminal.warn(describeRejected(file.file, file.problems));
              },
              missing(what, fault) {
                if (json) terminal.print(JSON.stringify({ missing: what, fault }));
                else say(fault === null ? `missing ${what}` : `not given: ${what}. ${fault}`);
              },
              quarterEnded(end) {
                if (end.outcome === 'broken') broken += 1;
                if (json) terminal.print(JSON.stringify(quarterLine(end)));
                else terminal.say(describeQuarter(end));
              },
              progress(now) {
                stop.throwIfAborted();
                filings = now.total.filings;
                terminal.progress(describeProgress(now, rate.of(now, performance.now())));
              },
            },
          });
        } finally {
          await client.close();
        }
      },
      { graceMs: 10_000, appends: true },
    );
    terminal.done();
    const seconds = Math.round(rate.elapsed(performance.now())) / 1_000;
    if (json) terminal.print(JSON.stringify({ ...summary, broken, finishedBefore, seconds }));
    else terminal.print(describeSummary({ ...summary, broken, finishedBefore, seconds }));
    const { rejected, missing, failed } = summary;
    return rejected + missing + failed + broken === 0 ? 0 : 1;
  } catch (error) {
    terminal.done();
    const done =
      `${filings} filings of this run are in. What was appended stays, and quarters that were finished ` +
      'are not asked again: the same command goes on from here.';
    if (error instanceof Interrupted) throw new Interrupted(error.by, `Stopped. ${done}`);
    terminal.warn(done);
    throw error;
  }
}

function quarterLine({ quarter, outcome, reason, summary }: QuarterEnd) {
  return { quarter, outcome, ...(reason === null ? {} : { reason }), ...summary };
}

function describeQuarter({ quarter, outcome, reason, summary }: QuarterEnd): string {
  if (outcome === 'unchanged') return `${quarter}: as it was`;
  if (outcome === 'absent') return `${quarter}: ${reason}`;
  if (outcome === 'broken') return `${quarter}: cannot be read. ${reason}`;
  return `${quarter}: ${describeCounts(summary)}`;
}

function describeCounts({
  filings,
  events,
  alreadyHeld,
  rejected,
  warned,
  missing,
  failed,
  badLines,
}: BackfillSummary): string {
  const odd = [
    ...(warned === 0 ? [] : [`${warned} read with warnings`]),
    ...(missing === 0 ? [] : [`${missing} missing`]),
    ...(failed === 0 ? [] : [`${failed} not given`]),
    ...(badLines === 0 ? [] : [`${badLines} bad lines in indexes`]),
  ];
  return [
    `${filings} filings (${events} events) appended`,
    `${alreadyHeld} already held`,
    `${rejected} rejected`,
    ...odd,
  ].join(', ');
}

function describeProgress(
  { quarter, quarters, of, documents, expected, total }: BackfillProgress,
  { perSecond, secondsLeft }: { perSecond: number; secondsLeft: number | null },
): string {
  const place = quarter === null ? [] : [`${quarter} (${quarters + 1} of ${of})`];
  const count = expected === null ? `${documents}` : `${documents} of ${expected}`;
  const left = secondsLeft === null ? [] : [`${duration(secondsLeft)} left`];
  return [
    ...place,
    `${count} documents`,
    `${total.filings} filings appended`,
    `${total.rejected} rejected`,
    `${Math.round(perSecond)}/s`,
    ...left,
  ].join(', ');
}

function describeSummary(
  summary: BackfillSummary & { broken: number; finishedBefore: number; seconds: number },
): string {
  const { broken, finishedBefore, seconds } = summary;
  const more = [
    ...(broken === 0 ? [] : [`${broken} quarters could not be read`]),
    ...(finishedBefore === 0 ? [] : [`${finishedBefore} quarters were finished before`]),
  ];
  return [describeCounts(summary), ...more, `in ${seconds} s`].join(', ');
}

import { type RereadFiling, rereadLedger } from '../../ledger/index.ts';
import type { FormType } from '../../parser/index.ts';
import {
  Anomaly,
  type CalendarDate,
  type Instant,
  newYorkTime,
  parseCalendarDate,
  parseInstant,
} from '../../values/index.ts';
import { describeRejected, printable } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { type LedgerWork, withDatabase } from './with-database.ts';

/** Options of `reread`, as they stand on the command line. */
export interface RereadCommandOptions extends OutputOptions {
  readonly dryRun?: boolean;
  readonly since?: string;
  readonly form?: readonly string[];
  readonly warned?: boolean;
  readonly again?: boolean;
}

/**
 * `insider-ledger reread`: 1 where the parser refuses now what an older one read; that stands.
 */
export async function rereadCommand(
  terminal: Terminal,
  {
    dryRun = false,
    since,
    form,
    warned = false,
    again = false,
    json = false,
  }: RereadCommandOptions,
): Promise<ExitStatus> {
  const options = {
    isDryRun: dryRun,
    fromStart: again,
    isWarned: warned,
    ...(since !== undefined && { since: readSince(since) }),
    ...(form !== undefined && { forms: readForms(form) }),
  };
  const sum = { looked: 0, reread: 0, replaced: 0, added: 0, takenBack: 0, refused: 0, events: 0 };
  const work: LedgerWork<void> = async (database, stop) => {
    for await (const { filings, found, events } of rereadLedger(database, options)) {
      sum.looked += filings;
      sum.events += events;
      for (const filing of found) {
        if (filing.isReread) sum.reread += 1;
        sum.replaced += filing.replaced;
        sum.added += filing.added;
        sum.takenBack += filing.takenBack;
        sum.refused += filing.refused.length;
        for (const line of described(filing, json)) terminal.print(line);
      }
      stop.throwIfAborted();
      terminal.progress(`${sum.looked} filings read again, ${sum.reread} differ`);
    }
  };
  await withDatabase(terminal, work, { appends: !dryRun });
  terminal.done();
  if (json) terminal.print(JSON.stringify(sum));
  else {
    const outcome = dryRun ? 'would be reread differently' : 'reread differently';
    terminal.print(
      `${sum.looked} filings of an older parser read again, ${sum.reread} ${outcome} ` +
        `(${sum.replaced} lines replaced, ${sum.added} added, ${sum.takenBack} taken back), ` +
        `${sum.refused} documents refused, ${sum.events} events appended`,
    );
  }
  return sum.refused === 0 ? 0 : 1;
}

function described(
  { filingId, stream, refused, ...filing }: RereadFiling,
  json: boolean,
): string[] {
  if (json) {
    return [JSON.stringify({ position: String(filingId), stream, ...filing, refused })];
  }
  const { isReread, replaced, added, takenBack } = filing;
  const counts = `${replaced} replaced, ${added} added, ${takenBack} taken back`;
  const name = printable(stream);
  return [
    ...(isReread ? [`${name}: ${counts}`] : []),
    ...refused.map((problems) => describeRejected(name, problems)),
  ];
}

const FORMS: Readonly<Record<string, readonly FormType[]>> = {
  '3': ['FORM_3', 'FORM_3_A'],
  '4': ['FORM_4', 'FORM_4_A'],
  '5': ['FORM_5', 'FORM_5_A'],
};

function readForms(asked: readonly string[]): FormType[] {
  return asked.flatMap((text) =>
    text.split(',').flatMap((form) => {
      const types = Object.hasOwn(FORMS, form.trim()) ? FORMS[form.trim()] : undefined;
      if (types === undefined) throw new Anomaly('Incorrect', '--form has to be of 3, 4 and 5.');
      return types;
    }),
  );
}

/** A day from its first instant in New York on. */
function readSince(text: string): Instant {
  const day: CalendarDate | null = parseCalendarDate(text);
  const instant = day === null ? parseInstant(text) : newYorkTime(day, '00:00:00');
  if (instant !== null) return instant;
  throw new Anomaly('Incorrect', '--since has to be a day, as 2024-01-31, or an instant.');
}

import { json } from '../../database/index.ts';
import { type ExportedRow, exportedHoldings, readConsistently } from '../../reads/index.ts';
import type { CalendarDate, Instant } from '../../values/index.ts';
import type { ExitStatus } from './exit-status.ts';
import {
  describeSubject,
  type FoundSubject,
  findSubject,
  type SubjectType,
} from './find-subject.ts';
import { holdingsTable, type NamedRow } from './holdings-table.ts';
import type { OutputOptions } from './options.ts';
import { readStatuses } from './statuses.ts';
import type { Terminal } from './terminal.ts';
import { readTimes, type TimeOptions } from './times.ts';
import { withDatabase } from './with-database.ts';

/** Options of `holdings`, as they stand on the command line. */
export interface HoldingsOptions extends OutputOptions, TimeOptions {
  /** The text names an issuer, and nobody else. */
  readonly issuer?: boolean;
  /** The text names a person, and nobody else. */
  readonly person?: boolean;
  readonly status?: readonly string[];
}

/**
 * `insider-ledger holdings WHO`: what was held on a day, as known by a time, in an issuer or by a
 * person (docs/domain.md §5). 0 also where nothing was.
 */
export async function holdingsCommand(
  terminal: Terminal,
  who: string,
  { json: asksJson = false, issuer = false, person = false, status, ...times }: HoldingsOptions,
): Promise<ExitStatus> {
  const now = new Date();
  const viewpoint = readTimes(times, now);
  const statuses = readStatuses(status);
  const types: readonly SubjectType[] =
    issuer === person ? ['Issuer', 'Person'] : [issuer ? 'Issuer' : 'Person'];
  await withDatabase(terminal, async (database, stop) => {
    const subject = await findSubject(database.pool, who, { types, where: 'holdings' });
    const selection =
      subject.type === 'Issuer' ? { issuers: [subject.key] } : { people: [subject.key] };
    const read = (at: { asOf: CalendarDate; knownAt: Instant }) =>
      readConsistently(database, stop, async (reading) => {
        const table = exportedHoldings(at, selection, { statuses });
        const names = table.columns.map(({ name }) => name);
        const found: NamedRow[] = [];
        for await (const page of reading.rows(table)) {
          found.push(...page.map((row) => named(names, row)));
        }
        return found;
      });
    const holdings = await read(viewpoint);
    if (asksJson) terminal.print(asJson(subject, viewpoint, holdings));
    else {
      const { asOf, knownAt } = viewpoint;
      terminal.print(`${describeSubject(subject)}, held on ${asOf}, as known at ${knownAt}`);
      if (holdings.length > 0) {
        for (const line of holdingsTable(subject.type, holdings)) terminal.print(line);
      } else terminal.print(nothing(times, await read({ ...readTimes({}, now), asOf })));
    }
  });
  return 0;
}

function named(names: readonly string[], row: ExportedRow): NamedRow {
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
}

function asJson(
  { type, name, cik, ticker }: FoundSubject,
  viewpoint: object,
  holdings: readonly NamedRow[],
): string {
  const subject = { type, name, cik, ticker };
  // Keys of the database mean nothing outside it, positions are too large for a number.
  const shown = holdings.map(({ person_id: _person, issuer_id: _issuer, ...row }) => row);
  return json({ ...subject, ...viewpoint, holdings: shown });
}

/** Says whether it is only that it was not known yet. */
function nothing({ knownAt }: TimeOptions, today: readonly NamedRow[]): string {
  if (knownAt === undefined || today.length === 0) return 'Nothing that the ledger knows of.';
  const holdings = today.length === 1 ? 'one holding' : `${today.length} holdings`;
  return `Nothing was known by then. By what is known now there are ${holdings} on that day.`;
}

import { type DayGap, type FilingGap, findGaps } from '../../desk/index.ts';
import { printable } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/**
 * `insider-ledger status --gaps`: every day whose index was not read, and every filing that EDGAR
 * lists and the ledger lacks, with the reason, since when, and when it is asked for again.
 */
export async function gapsCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const { days, filings } = await withDatabase(terminal, ({ pool }) => findGaps(pool));
  for (const gap of days) terminal.print(json ? JSON.stringify(gap) : dayText(gap));
  for (const gap of filings) terminal.print(json ? JSON.stringify(gap) : filingText(gap));
  if (!json && days.length + filings.length === 0) {
    terminal.say('Nothing that EDGAR was seen to list is missing.');
  }
  return 0;
}

function dayText({ day, forms, firstLookedAt, reason, givenUpAt }: DayGap): string {
  const state = givenUpAt === null ? 'asked for again' : `given up ${givenUpAt}`;
  return printable(
    `${day}, Forms ${forms.join(', ')}: ${reason ?? 'Not read.'} First looked at ${firstLookedAt}, ${state}.`,
  );
}

function filingText({ accessionNumber, form, day, path, ...gap }: FilingGap): string {
  const state =
    gap.givenUpAt === null ? `asked for again ${gap.nextAt}` : `given up ${gap.givenUpAt}`;
  const asked = gap.asked === 1 ? 'asked for once' : `asked for ${gap.asked} times`;
  return printable(
    `${accessionNumber}, Form ${form} of ${day ?? 'a day not stated'}, ${path}: ` +
      `${gap.reason ?? 'Not asked for yet.'} First looked at ${gap.firstLookedAt}, ${asked}, ${state}.`,
  );
}

import { type AuditedEntries, audit } from '../../reads/index.ts';
import type { BreakCause } from '../../rules/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** `insider-ledger audit`: how well the ledger's accounts explain the amounts that were filed. */
export async function auditCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const found = await withDatabase(terminal, ({ pool }) => audit(pool));
  if (json) {
    terminal.print(JSON.stringify(found));
    return 0;
  }
  const { lines, accounts } = found;
  terminal.print(
    `${found.filings} filings, ${lines.transactions} transactions and ${lines.holdings} holdings, ${found.superseded} of them superseded`,
  );
  terminal.print(
    `accounts: ${accounts.DIRECT} direct, ${accounts.INDIRECT} indirect, ${accounts.DERIVATIVE} derivative`,
  );
  terminal.print(row(HEADINGS));
  for (const entries of found.entries) terminal.print(row(cells(entries)));
  terminal.print(`why lines are in their accounts: ${listed(found.evidence)}`);
  terminal.print(`amendments: ${listed(found.amendments)}`);
  terminal.print(`flags: ${listed(found.flags)}`);
  return 0;
}

/** In the order of docs/domain.md §5, which is that of the columns. */
const CAUSES: readonly BreakCause[] = [
  'CORPORATE_ACTION',
  'MOVED',
  'LATE_LINE',
  'CORRECTION',
  'SIGN_ERROR',
  'REINVESTMENT',
  'UNKNOWN',
];

const HEADINGS = [
  'entries',
  'opening',
  'consistent',
  'of the rest',
  ...CAUSES.map((cause) => cause.toLowerCase().replace('_', ' ')),
];

function cells({ kind, isTransaction, opening, consistent, breaks }: AuditedEntries): string[] {
  const broken = Object.values(breaks).reduce((sum, count) => sum + count, 0);
  const share = (100 * consistent) / (consistent + broken);
  return [
    `${kind.toLowerCase()} ${isTransaction ? 'transactions' : 'holdings'}`,
    String(opening),
    String(consistent),
    Number.isNaN(share) ? '' : `${share.toFixed(1)} %`,
    ...CAUSES.map((cause) => String(breaks[cause] ?? 0)),
  ];
}

const WIDTHS = [24, 9, 12, 13, 18, 7, 11, 12, 12, 14, 9];

/** The first column to the left, figures to the right. */
function row(texts: readonly string[]): string {
  return texts
    .map((text, index) =>
      index === 0 ? text.padEnd(WIDTHS[0] ?? 0) : text.padStart(WIDTHS[index] ?? 0),
    )
    .join('');
}

function listed(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

import type { ColumnSource, ExportedColumn, ExportedRow } from '../exported-table.ts';
import type { LedgerReading } from '../read-consistently.ts';
import { rectangles, type TimelineEntry } from './rectangles.ts';

/** The columns of rectangles, in their order. */
export const RECTANGLE_COLUMNS: readonly ExportedColumn[] = [
  { name: 'account_id', type: 'position' },
  { name: 'person_id', type: 'person' },
  { name: 'person_cik', type: 'text' },
  { name: 'issuer_id', type: 'issuer' },
  { name: 'issuer_cik', type: 'text' },
  { name: 'security_table', type: 'text' },
  { name: 'security_title', type: 'text' },
  { name: 'security_class', type: 'text' },
  { name: 'ownership', type: 'text' },
  { name: 'nature', type: 'text' },
  { name: 'expires_on', type: 'date' },
  { name: 'unit', type: 'text' },
  { name: 'amount', type: 'decimal' },
  { name: 'status', type: 'text' },
  { name: 'reconciliation', type: 'text' },
  { name: 'difference', type: 'decimal' },
  { name: 'derived', type: 'boolean' },
  { name: 'source_position', type: 'position' },
  { name: 'effective_from', type: 'date' },
  { name: 'effective_to', type: 'date' },
  { name: 'known_from', type: 'instant' },
  { name: 'known_to', type: 'instant' },
];

/** Where the decimals of rectangles are stored. */
export const RECTANGLE_DECIMALS = {
  amount: { table: 'entry', column: 'amount' },
  difference: { table: 'entry', column: 'difference' },
} as const satisfies Record<string, ColumnSource['stored']>;

/**
 * Every account on both times, person by person and group by group, some thousand rows at a time;
 * of some people where they are given. One group's entries are in memory at once.
 */
export async function* holdingsTimeline(
  { rows }: Pick<LedgerReading, 'rows'>,
  people: readonly bigint[] | null,
): AsyncGenerator<readonly ExportedRow[]> {
  let group: StoredEntry[] = [];
  let found: ExportedRow[] = [];
  for await (const batch of rows({ text: ENTRIES, values: [people] })) {
    for (const cells of batch) {
      const entry = storedEntry(cells);
      const isSame = group[0]?.groupId === entry.groupId && group[0].person === entry.person;
      if (!isSame) {
        found.push(...rowsOf(group));
        group = [];
      }
      group.push(entry);
    }
    if (found.length === 0) continue;
    yield found;
    found = [];
  }
  yield rowsOf(group);
}

/** An entry as it is read, with what stands beside its amounts. */
interface StoredEntry extends TimelineEntry {
  readonly groupId: bigint;
  readonly person: bigint;
  /** From account_id to nature. */
  readonly lead: ExportedRow;
}

const LEAD = 10;

function storedEntry(cells: ExportedRow): StoredEntry {
  const [groupId, ...rest] = cells as readonly unknown[];
  const lead = rest.slice(0, LEAD) as unknown as ExportedRow;
  const [expiresOn, unit, amount, reconciliation, difference, derived, position, ...times] =
    rest.slice(LEAD);
  const [accountingOrder, fromOn, knownAt, knownTo, place] = times;
  return {
    groupId,
    person: lead[1],
    lead,
    accountId: lead[0],
    expiresOn,
    unit,
    amount,
    reconciliation,
    difference,
    derived,
    position,
    accountingOrder,
    fromOn,
    knownAt,
    knownTo,
    place,
  } as StoredEntry;
}

function rowsOf(group: readonly StoredEntry[]): ExportedRow[] {
  return rectangles(group).map(({ entry, status, ...range }) => {
    const { lead, expiresOn, unit, amount, reconciliation, difference, derived, position } =
      entry as StoredEntry;
    return [
      ...lead,
      expiresOn,
      unit,
      amount,
      status,
      reconciliation,
      difference,
      derived,
      position,
      range.effectiveFrom,
      range.effectiveTo,
      range.knownFrom,
      range.knownTo,
    ];
  });
}

const ENTRIES = `SELECT e.group_id, e.account_id, e.person_id, p.cik, e.issuer_id, i.cik,
    a.security_table::text, l.security_title, a.security_class, a.ownership::text, a.nature,
    a.expires_on, e.unit::text, e.amount, e.reconciliation::text, e.difference, e.is_derived,
    e.position, e.accounting_order, e.from_on, e.known_at, e.known_to, e.place
  FROM entry e JOIN account a ON a.id = e.account_id JOIN person p ON p.id = e.person_id
  JOIN issuer i ON i.id = e.issuer_id JOIN reported_line l ON l.position = e.position
  WHERE $1::bigint[] IS NULL OR e.person_id = ANY($1)
  ORDER BY e.person_id, e.group_id`;

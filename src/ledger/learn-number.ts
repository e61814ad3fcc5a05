import type { Queryable } from './database/index.ts';
import type { ReceivedFiling } from './decisions/index.ts';
import type { HeldFiling } from './held-filings.ts';
import type { Append } from './store/index.ts';

/** A filing held without its accession number, met again in a rendition that has it. */
export interface Renumbered {
  readonly held: HeldFiling;
  readonly received: ReceivedFiling;
}

/**
 * The IdentityResolved events by which filings get their accession numbers: from then on each is known
 * by its number, and another filing of the same content is another filing (docs/domain.md §2).
 */
export async function learnNumbers(
  db: Queryable,
  renumbered: readonly Renumbered[],
): Promise<Append[]> {
  const { rows } = await db.query<{ stream: string; next: number }>(
    'SELECT stream, max(sequence) + 1 AS next FROM ledger_event WHERE stream = ANY($1) GROUP BY stream',
    [renumbered.map(({ held }) => held.stream)],
  );
  const next = new Map(rows.map((row) => [row.stream, row.next]));
  return renumbered.map(({ held, received }) => ({
    stream: held.stream,
    filingId: held.id,
    sequence: next.get(held.stream) ?? 0,
    knownAt: received.knownAt,
    bodies: [
      {
        type: 'IDENTITY_RESOLVED',
        payload: {
          subject: 'filing',
          from: held.stream,
          to: received.filing.accessionNumber ?? '',
          evidence: 'the same content in a rendition that has the accession number',
        },
      },
    ],
  }));
}

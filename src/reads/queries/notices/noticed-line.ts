import { type Queryable, queryPrepared } from '../../../database/index.ts';
import type { AcquiredDisposed, OwnershipForm, SecurityTable } from '../../../parser/index.ts';
import type { TransactionCode } from '../../../rules/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../../values/index.ts';

/** Somebody who reports a line, as the filing names them. */
export interface Reporter {
  readonly cik: string | null;
  readonly name: string;
}

/** A transaction line with all that a notice of it says. */
export interface NoticedLine {
  readonly position: bigint;
  /** Hex. */
  readonly hash: string;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly accessionNumber: string | null;
  readonly form: string;
  readonly issuerCik: string | null;
  readonly issuerName: string;
  readonly issuerTicker: string | null;
  readonly reporters: readonly Reporter[];
  readonly line: number;
  readonly securityTable: SecurityTable;
  readonly securityTitle: string;
  readonly code: TransactionCode | null;
  readonly codeAsFiled: string | null;
  readonly acquiredDisposed: AcquiredDisposed | null;
  readonly effectiveOn: CalendarDate;
  readonly shares: Decimal | null;
  readonly pricePerShare: Decimal | null;
  /** Shares times price, USD. */
  readonly value: Decimal | null;
  readonly ownership: OwnershipForm;
  readonly nature: string | null;
  readonly amountAfter: Decimal | null;
}

/** Lines are noticed as they are appended, also those that are known from a later hour on. */
export const ALWAYS = '9999-12-31T00:00:00.000Z' as Instant;

/** Lines by position, in ledger order; those alone that there are. */
export function noticedLines(db: Queryable, positions: readonly bigint[]): Promise<NoticedLine[]> {
  return queryPrepared<NoticedLine>(db, NOTICED, [positions]);
}

const NOTICED = `
  SELECT l.position, encode(e.hash, 'hex') AS hash, e.recorded_at AS "recordedAt",
    l.known_at AS "knownAt", f.accession_number AS "accessionNumber", f.form::text AS form,
    i.cik AS "issuerCik", f.issuer_name AS "issuerName", f.issuer_ticker AS "issuerTicker",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('cik', p.cik, 'name', o.name_as_filed)
       ORDER BY o.ordinal), '[]')
     FROM filing_owner o JOIN person p ON p.id = o.person_id
     WHERE o.filing_id = l.filing_id) AS reporters,
    l.line, l.security_table AS "securityTable", l.security_title AS "securityTitle", l.code,
    l.code_as_filed AS "codeAsFiled", l.acquired_disposed AS "acquiredDisposed",
    l.effective_on AS "effectiveOn", l.shares, l.price_per_share AS "pricePerShare", l.value,
    l.ownership, l.nature, l.amount_after AS "amountAfter"
  FROM reported_line l JOIN ledger_event e ON e.position = l.position
    JOIN filing f ON f.id = l.filing_id JOIN issuer i ON i.id = f.issuer_id
  WHERE l.position = ANY($1) ORDER BY l.position`;

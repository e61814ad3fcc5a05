import { FILING_KEY, type Queryable } from '../../database/index.ts';
import type { SecurityTable } from '../../parser/index.ts';
import { commonDenominator, type ShareRatio, type Unit } from '../../rules/index.ts';
import { type CalendarDate, type Decimal, divide, multiply } from '../../values/index.ts';
import { balancesIn } from './balances.ts';
import { type ActionsAsked, restatedAccounts } from './restatements.ts';
import type { Viewpoint } from './viewpoint.ts';

/**
 * What all insiders of an issuer hold of one class, and of a derivative over one underlying class.
 */
export interface OwnershipTotal {
  readonly issuerId: bigint;
  readonly securityTable: SecurityTable;
  readonly securityClass: string;
  /** As filed last. */
  readonly securityTitle: string;
  readonly underlyingTitle: string | null;
  /** These three where all that is summed agrees in them, else null. */
  readonly conversionOrExercisePrice: Decimal | null;
  readonly exercisableOn: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
  readonly unit: Unit;
  readonly direct: Decimal;
  readonly indirect: Decimal;
  /** Both together. */
  readonly total: Decimal;
  /** How many different people hold it. */
  readonly people: number;
  /**
   * Whether an amount in it is of another side of a corporate action than the day; where asked for.
   */
  readonly straddles?: boolean;
}

/**
 * Holdings that stand at a viewpoint (CURRENT or CARRIED), summed over people for each issuer. A
 * line of a joint filing counts once, and so does a line that several filings tell: as direct where
 * one of them says so. A balance below zero is left out. By table, class, underlying class and unit
 * (docs/domain.md §5). Where corporate actions are asked for, totals are marked or restated by
 * them.
 */
export async function ownership(
  db: Queryable,
  issuerIds: readonly bigint[],
  viewpoint: Viewpoint,
  actions: ActionsAsked = 'none',
): Promise<OwnershipTotal[][]> {
  const given = [viewpoint.asOf, viewpoint.knownAt, issuerIds];
  const rows =
    actions === 'none'
      ? (await db.query<OwnershipTotal>(OWNERSHIP_AS_FILED, given)).rows
      : await ownershipByActions(db, given, {
          ratios: await restatedAccounts(db, issuerIds, viewpoint),
          actions,
        });
  const totals = new Map(issuerIds.map((id): [bigint, OwnershipTotal[]] => [id, []]));
  for (const row of rows) totals.get(row.issuerId)?.push(row);
  return issuerIds.map((id) => totals.get(id) ?? []);
}

/**
 * Totals of amounts that corporate actions restate, or mark. Each amount is multiplied by its ratio
 * over one denominator, so that sums are exact until they are given out.
 */
async function ownershipByActions(
  db: Queryable,
  given: readonly unknown[],
  {
    ratios,
    actions,
  }: { readonly ratios: ReadonlyMap<bigint, ShareRatio>; readonly actions: ActionsAsked },
): Promise<OwnershipTotal[]> {
  const isAdjusted = actions === 'adjusted';
  const over = isAdjusted ? commonDenominator([...ratios.values()]) : ONE;
  const factors = [...ratios.values()].map(({ newShares, oldShares }) =>
    isAdjusted ? divide(multiply(newShares, over), oldShares) : ONE,
  );
  const { rows } = await db.query<OwnershipTotal>(OWNERSHIP_BY_ACTIONS, [
    ...given,
    [...ratios.keys()],
    factors,
    over,
  ]);
  const whole = (sum: Decimal) => divide(sum, over);
  return rows.map((row) => ({
    ...row,
    direct: whole(row.direct),
    indirect: whole(row.indirect),
    total: whole(row.total),
    straddles: !isAdjusted && row.straddles === true,
  }));
}

const ONE = '1' as Decimal;

/** SQL for a term that all rows agree in; null where they do not. */
function agreed(column: string): string {
  return `CASE WHEN count(DISTINCT ${column}) = 1 AND count(${column}) = count(*) THEN min(${column}) END`;
}

const SECURITY = '"issuerId", "table", "securityClass", underlying_class, unit';

// A line's first report stands for the line: whichever rows have the same one are one holding. Its
// owners may hold different balances on the day, where one of them has reported more: then what was
// worked out from more counts, and of several the most.
const ownershipSql = ({ factor, isRestated }: { factor: string; isRestated: string }) => `
  ${balancesIn('$3')},
  held AS (
    SELECT h.*, ${factor} AS counted_amount, ${isRestated} AS is_restated, a.underlying_class, a.conversion_or_exercise_price, a.expires_on, l.exercisable_on,
      l.security_title, l.underlying_title, l.line, coalesce(l.repeats, l.position) AS first,
      f.known_at, ${FILING_KEY} AS filing_key
    FROM h JOIN account a ON a.id = h."accountId"
      JOIN reported_line l ON l.position = h.position JOIN filing f ON f.id = l.filing_id
    WHERE h.status IN ('CURRENT', 'CARRIED') AND h.amount > 0
  ), counted AS (
    SELECT DISTINCT ON (${SECURITY}, first) * FROM held
    ORDER BY ${SECURITY}, first, ownership, derived DESC, counted_amount DESC
  ), sums AS (
    SELECT ${SECURITY}, coalesce(sum(counted_amount) FILTER (WHERE ownership = 'DIRECT'), 0) AS direct,
      coalesce(sum(counted_amount) FILTER (WHERE ownership = 'INDIRECT'), 0) AS indirect,
      bool_or(is_restated) AS straddles
    FROM counted GROUP BY ${SECURITY}
  ), described AS (
    SELECT ${SECURITY}, count(DISTINCT "personId")::int AS people,
      (array_agg(security_title ORDER BY known_at DESC, filing_key DESC, line DESC))[1] AS title,
      (array_agg(underlying_title ORDER BY known_at DESC, filing_key DESC, line DESC))[1] AS underlying,
      ${agreed('conversion_or_exercise_price')} AS price, ${agreed('exercisable_on')} AS exercisable,
      ${agreed('expires_on')} AS expires
    FROM held GROUP BY ${SECURITY}
  )
  SELECT s."issuerId", s."table" AS "securityTable", s."securityClass", d.title AS "securityTitle",
    d.underlying AS "underlyingTitle", d.price AS "conversionOrExercisePrice",
    d.exercisable AS "exercisableOn", d.expires AS "expiresOn", s.unit,
    trim_scale(s.direct) AS direct, trim_scale(s.indirect) AS indirect,
    trim_scale(s.direct + s.indirect) AS total, d.people, s.straddles
  FROM sums s JOIN described d ON (${SECURITY.split(', ')
    .map((column) => `d.${column}`)
    .join(', ')}) IS NOT DISTINCT FROM (${SECURITY.split(', ')
    .map((column) => `s.${column}`)
    .join(', ')})
  ORDER BY s."issuerId", s."table", s."securityClass", s.underlying_class NULLS FIRST, s.unit`;

const OWNERSHIP_AS_FILED = ownershipSql({ factor: 'h.amount', isRestated: 'false' });

const FACTOR =
  '(SELECT f.factor FROM unnest($4::bigint[], $5::numeric[]) f (account, factor) WHERE f.account = h."accountId")';
const OWNERSHIP_BY_ACTIONS = ownershipSql({
  factor: `h.amount * coalesce(${FACTOR}, $6::numeric)`,
  isRestated: 'h."accountId" = ANY($4)',
});

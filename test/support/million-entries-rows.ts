/** How many to make: whole numbers, 3,000 people at least and 300 issuers. */
export interface MadeSize {
  readonly people: number;
  readonly issuers: number;
}

// draw: a number from 0 up to and without 1, the same for the same arguments.
// id: what stands for the hash of a group or account.
const scratch = ({ people, issuers }: MadeSize) => `
  CREATE SCHEMA made;
  CREATE FUNCTION made.people() RETURNS int IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN ${people};
  CREATE FUNCTION made.issuers() RETURNS int IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN ${issuers};
  CREATE FUNCTION made.draw(n bigint, salt bigint) RETURNS float8 IMMUTABLE PARALLEL SAFE LANGUAGE sql
    RETURN (hashint8extended(n, salt) & 1048575)::float8 / 1048576;
  CREATE FUNCTION made.id(n bigint, salt bigint) RETURNS bigint IMMUTABLE PARALLEL SAFE LANGUAGE sql
    RETURN -(hashint8extended(n, salt) & 4611686018427387903) - 1`;

// A person's insidership of an issuer: so many filings, from a start, over a tenure.
const PAIRS = `
  CREATE UNLOGGED TABLE made.pair AS
  WITH pair AS (
    SELECT n AS person, CASE WHEN n <= made.people() / 30 THEN 1
        ELSE 2 + floor((made.issuers() - 1) * made.draw(n, 1) ^ 2)::int END AS issuer
    FROM generate_series(1, made.people()) n
    UNION
    SELECT 1 + floor((made.people() - 10) * made.draw(n, 2))::int,
      3 + floor((made.issuers() - 2) * made.draw(n, 3))::int
    FROM generate_series(1, made.people() / 4) n
    UNION
    SELECT made.people(), 10 + 7 * n FROM generate_series(1, 40) n
    UNION
    SELECT made.people() - 1, 2
  ), counted AS (
    SELECT row_number() OVER (ORDER BY person, issuer) AS pair, person, issuer,
      row_number() OVER (PARTITION BY issuer ORDER BY person) - 1 AS rank,
      count(*) OVER (PARTITION BY issuer) AS insiders
    FROM pair
  )
  SELECT *, CASE WHEN person = made.people() - 1 AND issuer = 2 THEN 3000
      ELSE least(400, ceil((1 - made.draw(pair, 4)) ^ -0.785))::int END AS filings,
    made.draw(pair, 5) * 19 AS start, 0.1 + made.draw(pair, 6) ^ 1.5 * 12 AS tenure
  FROM counted`;

const FILINGS = `
  CREATE UNLOGGED TABLE made.filing AS
  WITH sketch AS (
    SELECT p.pair, p.issuer, p.rank, p.insiders, row_number() OVER () AS n, k,
      date_trunc('second', timestamptz '2004-01-01'
        + least(20.9, start + tenure * (k + made.draw(p.pair * 4096 + k, 7)) / filings) * interval '365.25 days')
        AS known_at
    FROM made.pair p CROSS JOIN LATERAL generate_series(0, p.filings - 1) k
    ORDER BY p.pair, k
  ), sized AS (
    SELECT *, CASE WHEN made.draw(n, 8) < 0.4 THEN 1
        ELSE least(30, 2 + floor(ln(1 - made.draw(n, 9)) / ln(0.63)))::int END AS lines
    FROM sketch
  ), placed AS (
    SELECT *, row_number() OVER known AS ordinal,
      sum(lines + 1) OVER (arrived ROWS UNBOUNDED PRECEDING) - lines AS id
    FROM sized
    WINDOW known AS (ORDER BY known_at, n),
      arrived AS (ORDER BY known_at >= '2018-01-01', CASE WHEN known_at < '2018-01-01' THEN issuer END, known_at, n)
  )
  SELECT id::bigint, ordinal::int, issuer, pair, rank, insiders, lines, known_at,
    known_at::date - CASE WHEN made.draw(n, 10) < 0.94 THEN 2 ELSE floor(900 * made.draw(n, 11))::int END
      AS effective_on,
    CASE WHEN made.draw(n, 12) < 0.03 THEN 'FORM_4_A' WHEN made.draw(n, 12) < 0.12 THEN 'FORM_3'
      WHEN made.draw(n, 12) < 0.14 THEN 'FORM_5' ELSE 'FORM_4' END::form_type AS form
  FROM placed ORDER BY id`;

const OWNERS = `
  CREATE UNLOGGED TABLE made.owner AS
  SELECT f.id AS filing, o.ordinal, p.person, p.issuer, f.known_at, f.effective_on
  FROM made.filing f
  CROSS JOIN LATERAL generate_series(1, CASE WHEN made.draw(f.id, 13) < 0.0625 THEN least(f.insiders, 3) ELSE 1 END)
    AS o (ordinal)
  JOIN made.pair p ON p.issuer = f.issuer AND p.rank = (f.rank + o.ordinal - 1) % f.insiders
  ORDER BY f.id, o.ordinal`;

// kind: 0 common stock, 1 options, 2 restricted stock units; account: which of a group's accounts.
const LINES = `
  CREATE UNLOGGED TABLE made.line AS
  WITH drawn AS (
    SELECT f.id + l AS position, f.id AS filing, f.issuer, f.ordinal, l AS line, f.known_at, f.effective_on,
      CASE WHEN made.draw(f.id + l, 14) < 0.6 THEN 0 WHEN made.draw(f.id + l, 14) < 0.85 THEN 1 ELSE 2 END AS kind,
      made.draw(f.id + l, 15) AS of_account, made.draw(f.id + l, 16) AS of_code, made.draw(f.id + l, 17) AS of_value,
      made.draw(f.id + l, 18) AS of_fate
    FROM made.filing f CROSS JOIN LATERAL generate_series(1, f.lines) l
  )
  SELECT d.position, filing, issuer, ordinal, line, known_at, effective_on, kind,
    CASE WHEN kind = 0 THEN CASE WHEN of_account < 0.7 THEN 0 ELSE floor(of_account * 10)::int - 6 END
      WHEN kind = 1 THEN extract(year FROM known_at)::int - floor(of_account * 3)::int ELSE 0 END AS account,
    CASE WHEN of_code < 0.25 THEN NULL WHEN of_code < 0.48 THEN 'A' WHEN of_code < 0.59 THEN 'S'
      WHEN of_code < 0.70 THEN 'F' WHEN of_code < 0.88 THEN 'M' WHEN of_code < 0.93 THEN 'P'
      WHEN of_code < 0.95 THEN 'J' WHEN of_code < 0.97 THEN 'D' WHEN of_code < 0.985 THEN 'C'
      WHEN of_code < 0.998 THEN 'G' WHEN of_code < 0.9998 THEN 'X' ELSE 'W' END::transaction_code AS code,
    round((exp(20 * of_value))::numeric, 2) AS value,
    floor(200000 * greatest(0, of_value - 0.1))::numeric AS amount,
    CASE WHEN of_fate < 0.02 THEN known_at + interval '30 days' END AS superseded_at,
    of_fate > 0.99 AS is_restated
  FROM drawn d ORDER BY d.position`;

const SECURITY = {
  table: "CASE WHEN l.kind = 0 THEN 'NON_DERIVATIVE' ELSE 'DERIVATIVE' END::security_table",
  class:
    "(ARRAY['COMMON STOCK', 'STOCK OPTION RIGHT TO BUY', 'RESTRICTED STOCK UNIT'])[l.kind + 1]",
  form: "CASE WHEN l.kind = 0 AND l.account > 0 THEN 'INDIRECT' ELSE 'DIRECT' END::ownership_form",
  nature: "CASE WHEN l.kind = 0 AND l.account > 0 THEN 'TRUST ' || l.account ELSE '' END",
  expires: 'CASE WHEN l.kind = 1 THEN make_date(l.account + 10, 6, 30) END',
  price: 'CASE WHEN l.kind = 1 THEN (l.account - 1990)::numeric END',
} as const;

const PAIR = 'o.person * (made.issuers() + 1)::bigint + o.issuer';
/** Of each filing its own, dense from 1: what madeAccessionNumber writes in TypeScript. */
const ACCESSION = `lpad((9000000 + ordinal / 1000000)::text, 10, '0') || '-04-'
  || lpad((ordinal % 1000000)::text, 6, '0')`;

/** Half of the filings list two footnotes, which their first two lines cite. */
const HAS_FOOTNOTES = (filing: string) => `made.draw(${filing}, 22) < 0.5`;
const FOOTNOTES = `jsonb_build_array(
  jsonb_build_object('id', 'F1', 'text', 'Vests in four equal parts, the first a year after the grant, made for '
    || pair || '.'),
  jsonb_build_object('id', 'F2', 'text', 'Held by a made trust, of which the reporting person is the trustee and '
    || 'disclaims beneficial ownership except to the extent of a pecuniary interest.'))`;
const CITATIONS = `jsonb_build_array(jsonb_build_object('field', 'amountAfter', 'id', 'F' || line))`;

const SHARES = '(1 + position * 7919 % 99991)';
const KIND = (person: string) =>
  `CASE WHEN ${person} % 10 = 2 THEN 'ENTITY' ELSE 'INDIVIDUAL' END::person_kind`;

const GROUP = `made.id(${PAIR}, l.kind)`;
const ACCOUNT = `made.id(${PAIR}, 1000 + l.kind * 10000 + l.account)`;

/** One row an owner and line. */
const HELD = 'made.line l JOIN made.owner o ON o.filing = l.filing';

/** Made before any row: the schema made, with pairs, filings, owners and lines. */
export function prepared(size: MadeSize): readonly string[] {
  return [scratch(size), PAIRS, FILINGS, OWNERS, LINES];
}

/** The statement that fills each table. */
export const ROWS = {
  ledger_event: `
    INSERT INTO ledger_event
    SELECT position, 'filing-made-' || filing, position - filing, filing, type, known_at, known_at,
      '{"securityTitle": "Common Stock", "made": true}',
      CASE WHEN position > 1 THEN sha256(int8send(position - 1)) END, sha256(int8send(position))
    FROM (
      SELECT id AS position, id AS filing, 'FILING_RECEIVED'::ledger_event_type AS type, known_at FROM made.filing
      UNION ALL
      SELECT position, filing, CASE WHEN code IS NULL THEN 'HOLDING_REPORTED' ELSE 'TRANSACTION_REPORTED' END
        ::ledger_event_type, known_at FROM made.line
      UNION ALL
      SELECT head + row_number() OVER (ORDER BY made.draw(id, 20)), id,
        CASE WHEN form = 'FORM_4_A' THEN 'FILING_AMENDED' ELSE 'IDENTITY_RESOLVED' END::ledger_event_type,
        CASE WHEN form = 'FORM_4_A' THEN known_at ELSE known_at + interval '1 day' END
      FROM made.filing, (SELECT max(position) AS head FROM made.line) l
      WHERE form = 'FORM_4_A' OR made.draw(id, 19) < 0.002
    ) e ORDER BY position`,
  reported_line: `
    INSERT INTO reported_line (position, filing_id, issuer_id, is_transaction, security_table, line,
      security_title, security_class, conversion_or_exercise_price, expires_on, transaction_date, effective_on,
      known_at, code, code_as_filed, voluntary, equity_swap_involved, acquired_disposed, shares, price_per_share,
      value, ownership, nature, amount_after, unit_after, reconciliation, footnotes, flags, superseded_by,
      superseded_known_at, timeliness, stated_plan, share_of_holding)
    SELECT position, filing, 9000000 + issuer, code IS NOT NULL, ${SECURITY.table}, line,
      initcap(${SECURITY.class}), ${SECURITY.class}, ${SECURITY.price}, ${SECURITY.expires}, effective_on,
      effective_on, known_at, code, code::text, false, false,
      CASE WHEN code IN ('A', 'M', 'P') THEN 'ACQUIRED' WHEN code IS NOT NULL THEN 'DISPOSED' END::acquired_disposed,
      ${SHARES}, round(value / ${SHARES}, 4), CASE WHEN code IS NOT NULL THEN value END, ${SECURITY.form},
      nullif(${SECURITY.nature}, ''), amount, 'SHARES',
      CASE WHEN position % 19 = 0 THEN 'BREAK' ELSE 'CONSISTENT' END::reconciliation,
      CASE WHEN line <= 2 AND ${HAS_FOOTNOTES('filing')} THEN ${CITATIONS} ELSE '[]' END,
      CASE WHEN position % 997 = 0 THEN '{PURCHASE_DISPOSED}' ELSE '{}' END::line_flag[],
      CASE WHEN superseded_at IS NOT NULL THEN position END, superseded_at,
      CASE WHEN position % 197 = 0 THEN 'LATE' ELSE 'ON_TIME' END::timeliness,
      CASE WHEN position % 7 = 0 THEN 'MENTIONED' WHEN position % 991 = 0 THEN 'NEGATED' END::line_plan,
      CASE WHEN code IS NOT NULL AND position % 4 > 0 THEN round((position % 1000 - 500)::numeric / 777, 6) END
    FROM made.line l`,
  filing: `
    INSERT INTO filing (id, stream, accession_number, fingerprint, form, issuer_id, period_of_report, effective_on,
      filed_on, known_at, known_at_basis, not_subject_to_section_16, no_securities_owned, rule_10b5_one, footnotes,
      signatures, amendment_outcome, source_hash, order_key, rendition, own_issuer_id, id_of_words, issuer_name,
      issuer_folded, issuer_ticker, issuer_symbols)
    SELECT id, 'filing-made-' || id, ${ACCESSION}, sha256(int8send(id)), form, 9000000 + issuer, effective_on,
      effective_on, known_at::date, known_at, 'ACCEPTANCE', false, false,
      CASE WHEN id % 13 = 0 THEN 'AFFIRMED' ELSE 'NOT_MENTIONED' END::rule_10b5_one,
      CASE WHEN ${HAS_FOOTNOTES('id')} THEN ${FOOTNOTES} ELSE '[]' END, '[]',
      CASE WHEN form = 'FORM_4_A' THEN 'UNRESOLVED' END::amendment_outcome, sha256(int8send(id)), ${ACCESSION},
      'ownership-xml', 9000000 + issuer, -issuer, 'Made Metals ' || issuer, 'MADE METALS ' || issuer,
      'MADE' || issuer, ARRAY['MADE' || issuer]
    FROM made.filing`,
  filing_owner: `
    INSERT INTO filing_owner
    SELECT filing, ordinal, 9100000 + person, 9000000 + issuer, effective_on, known_at, 'Made Mona ' || person,
      person % 3 = 0, person % 3 = 1, person % 3 = 2, false, false,
      CASE WHEN person % 30 = 1 THEN 'Chief Executive Officer' WHEN person % 3 = 1 THEN 'Vice President' END,
      NULL, NULL, 9100000 + person, 'MADE MONA ' || person, ${KIND('person')}
    FROM (
      SELECT * FROM made.owner
      UNION ALL
      SELECT filing, 9, person, issuer, known_at, effective_on FROM made.owner
      WHERE ordinal = 1 AND made.draw(filing, 21) < 0.002
    ) o`,
  // One statement begins it; one that was known later of an earlier day moves its beginning.
  relationship: `
    INSERT INTO relationship (person_id, issuer_id, from_on, known_at, known_to, roles, filing_id)
    SELECT person_id, issuer_id, effective_on, known_at,
      lead(known_at) OVER (PARTITION BY person_id, issuer_id ORDER BY known_at), '{DIRECTOR}', filing_id
    FROM (
      SELECT DISTINCT ON (person_id, issuer_id, known_at) *
      FROM (
        SELECT *, min(effective_on) OVER (
          PARTITION BY person_id, issuer_id ORDER BY known_at, filing_id, ordinal
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM filing_owner
      ) said
      WHERE before IS NULL OR effective_on < before
      ORDER BY person_id, issuer_id, known_at, effective_on
    ) moved`,
  issuer: `
    INSERT INTO issuer SELECT 9000000 + n, lpad((9000000 + n)::text, 10, '0'), 'Made Metals ' || n, 'MADE' || n,
      ARRAY['MADE' || n] FROM generate_series(1, made.issuers()) n`,
  issuer_ticker: `
    INSERT INTO issuer_ticker (issuer_id, as_filed, symbols, first_known_at, last_known_at)
    SELECT 9000000 + n, 'MADE' || n, ARRAY['MADE' || n], '2004-01-02', '2024-12-31'
    FROM generate_series(1, made.issuers()) n`,
  person: `
    INSERT INTO person SELECT 9100000 + n, lpad((9100000 + n)::text, 10, '0'), 'Made Mona ' || n, ${KIND('n')}
    FROM generate_series(1, made.people()) n`,
  account: `
    INSERT INTO account
    SELECT DISTINCT ${ACCOUNT}, ${GROUP}, 9100000 + o.person, 9000000 + o.issuer, ${SECURITY.table}, ${SECURITY.class},
      ${SECURITY.price}, ${SECURITY.expires}, '', ${SECURITY.form}, ${SECURITY.nature}, ''
    FROM ${HELD}`,
  // A restated line's own row answers no viewpoint; two points stand for it.
  entry: `
    INSERT INTO entry
    SELECT ${ACCOUNT}, l.ordinal * 32 + l.line, l.effective_on + coalesce(r.days, 0), l.known_at,
      CASE WHEN l.is_restated AND r.days IS NULL THEN l.known_at ELSE l.superseded_at END,
      9100000 + o.person, 9000000 + o.issuer, ${GROUP}, l.ordinal, l.position, l.superseded_at, r.days IS NOT NULL,
      CASE WHEN l.code IS NOT NULL AND r.days IS NULL THEN 10 END, l.amount + coalesce(r.days, 0), 'SHARES',
      r.days IS NOT NULL, 'CONSISTENT', NULL, 'BALANCE'
    FROM ${HELD}
      CROSS JOIN LATERAL (SELECT NULL::int AS days UNION ALL SELECT unnest(ARRAY[0, 15]) WHERE l.is_restated) r`,
} as const;

-- Projections: functions of the ledger's events, dropped and rebuilt at will. No foreign keys, because
-- rows are replaced in sets and a rebuild, not a constraint, is what proves them.

CREATE TYPE person_kind AS ENUM ('INDIVIDUAL', 'ENTITY', 'UNKNOWN');
CREATE TYPE form_type AS ENUM ('FORM_3', 'FORM_3_A', 'FORM_4', 'FORM_4_A', 'FORM_5', 'FORM_5_A');
CREATE TYPE ownership_form AS ENUM ('DIRECT', 'INDIRECT');
CREATE TYPE security_table AS ENUM ('NON_DERIVATIVE', 'DERIVATIVE');
CREATE TYPE acquired_disposed AS ENUM ('ACQUIRED', 'DISPOSED');
CREATE TYPE transaction_code AS ENUM (
  'A', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'O', 'P', 'S', 'U', 'W', 'X', 'Z'
);
CREATE TYPE timeliness AS ENUM ('ON_TIME', 'EARLY', 'LATE');
CREATE TYPE known_at_basis AS ENUM ('ACCEPTANCE', 'FILING_DATE', 'SIGNATURE_DATE');
CREATE TYPE reconciliation AS ENUM ('OPENING', 'CONSISTENT', 'BREAK');
CREATE TYPE unit AS ENUM ('SHARES', 'USD', 'UNDERLYING_SHARES');
CREATE TYPE rule_10b5_one AS ENUM ('AFFIRMED', 'DENIED', 'MENTIONED', 'NOT_MENTIONED');
CREATE TYPE amendment_outcome AS ENUM ('ADDS', 'REPLACES', 'RESTATES_ALL', 'NOTE_ONLY', 'UNRESOLVED');
CREATE TYPE line_flag AS ENUM (
  'DATE_AFTER_FILING', 'DATE_IMPLAUSIBLE', 'PRICE_IMPLAUSIBLE', 'PURCHASE_DISPOSED', 'SALE_ACQUIRED',
  'UNKNOWN_CODE', 'AMOUNT_MISSING', 'BALANCE_IS_UNDERLYING'
);

CREATE TABLE issuer (
  id      bigint PRIMARY KEY,
  cik     text UNIQUE,
  name    text NOT NULL,
  ticker  text,
  tickers text[] NOT NULL
);
CREATE INDEX issuer_name_idx ON issuer (name, id);

CREATE TABLE issuer_name (
  issuer_id      bigint NOT NULL,
  name           text NOT NULL,
  folded           text NOT NULL,
  first_known_at timestamptz(3) NOT NULL,
  last_known_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (issuer_id, name)
);
CREATE INDEX issuer_name_folded_idx ON issuer_name (folded);

-- ticker: one symbol, cleaned; as_filed: the free text it was found in.
CREATE TABLE issuer_ticker (
  issuer_id      bigint NOT NULL,
  as_filed       text NOT NULL,
  symbols        text[] NOT NULL,
  first_known_at timestamptz(3) NOT NULL,
  last_known_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (issuer_id, as_filed)
);
CREATE INDEX issuer_ticker_symbols_idx ON issuer_ticker USING gin (symbols);

CREATE TABLE person (
  id             bigint PRIMARY KEY,
  cik            text UNIQUE,
  name           text NOT NULL,
  kind           person_kind NOT NULL
);
CREATE INDEX person_name_idx ON person (name, id);

CREATE TABLE person_name (
  person_id        bigint NOT NULL,
  name             text NOT NULL,
  folded           text NOT NULL,
  first_known_at   timestamptz(3) NOT NULL,
  last_known_at    timestamptz(3) NOT NULL,
  PRIMARY KEY (person_id, name)
);
CREATE INDEX person_name_folded_idx ON person_name (folded);

CREATE TABLE filing (
  id                          bigint PRIMARY KEY,
  stream                      text NOT NULL UNIQUE,
  accession_number            text UNIQUE,
  fingerprint                 bytea NOT NULL,
  form                        form_type NOT NULL,
  issuer_id                   bigint NOT NULL,
  period_of_report            date,
  effective_on                date NOT NULL,
  date_of_original_submission date,
  filed_on                    date,
  known_at                    timestamptz(3) NOT NULL,
  known_at_basis              known_at_basis NOT NULL,
  not_subject_to_section_16   boolean NOT NULL,
  no_securities_owned         boolean NOT NULL,
  rule_10b5_one               rule_10b5_one NOT NULL,
  schema_version              text,
  footnotes                   jsonb NOT NULL,
  remarks                     text,
  signatures                  jsonb NOT NULL,
  amends_id                   bigint,
  amendment_outcome           amendment_outcome,
  source_hash                 bytea NOT NULL
);
CREATE INDEX filing_fingerprint_idx ON filing (fingerprint);
CREATE INDEX filing_issuer_id_known_at_idx ON filing (issuer_id, known_at, id);
CREATE INDEX filing_known_at_idx ON filing (known_at, id);
CREATE INDEX filing_amends_id_idx ON filing (amends_id);

-- What one filing says of one owner; in time order these rows are the relationship (docs/domain.md §7).
CREATE TABLE filing_owner (
  filing_id            bigint NOT NULL,
  ordinal              integer NOT NULL,
  person_id            bigint NOT NULL,
  issuer_id            bigint NOT NULL,
  effective_on         date NOT NULL,
  known_at             timestamptz(3) NOT NULL,
  name_as_filed        text NOT NULL,
  is_director          boolean NOT NULL,
  is_officer           boolean NOT NULL,
  is_ten_percent_owner boolean NOT NULL,
  is_other             boolean NOT NULL,
  is_exit              boolean NOT NULL,
  officer_title        text,
  other_text           text,
  address              jsonb,
  PRIMARY KEY (filing_id, ordinal)
);
CREATE INDEX filing_owner_person_id_idx ON filing_owner (person_id, issuer_id, filing_id);
CREATE INDEX filing_owner_issuer_id_idx ON filing_owner (issuer_id, person_id, filing_id);

CREATE TABLE reported_line (
  position                     bigint PRIMARY KEY,
  filing_id                    bigint NOT NULL,
  issuer_id                    bigint NOT NULL,
  is_transaction               boolean NOT NULL,
  security_table               security_table NOT NULL,
  line                         integer NOT NULL,
  security_title               text NOT NULL,
  security_class               text NOT NULL,
  conversion_or_exercise_price numeric,
  exercisable_on               date,
  expires_on                   date,
  underlying_title             text,
  underlying_shares            numeric,
  underlying_value             numeric,
  transaction_date             date,
  deemed_execution_date        date,
  effective_on                 date NOT NULL,
  known_at                     timestamptz(3) NOT NULL,
  code                         transaction_code,
  code_as_filed                text,
  form_type                    text,
  timeliness                   timeliness,
  voluntary                    boolean NOT NULL,
  equity_swap_involved         boolean NOT NULL,
  acquired_disposed            acquired_disposed,
  shares                       numeric,
  total_value                  numeric,
  price_per_share              numeric,
  value                        numeric,
  ownership                    ownership_form NOT NULL,
  nature                       text,
  amount_after                 numeric,
  unit_after                   unit,
  reconciliation               reconciliation,
  footnotes                    jsonb NOT NULL,
  flags                        line_flag[] NOT NULL,
  superseded_by                bigint,
  superseded_known_at          timestamptz(3)
);
CREATE INDEX reported_line_filing_id_idx ON reported_line (filing_id, position);
CREATE INDEX reported_line_issuer_id_idx ON reported_line (issuer_id, position);
CREATE INDEX reported_line_superseded_by_idx ON reported_line (superseded_by) WHERE superseded_by IS NOT NULL;

-- group_id: owner, issuer, table and class together; the unit in which accounts are worked out.
CREATE TABLE account (
  id                           bigint PRIMARY KEY,
  group_id                     bigint NOT NULL,
  person_id                    bigint NOT NULL,
  issuer_id                    bigint NOT NULL,
  security_table               security_table NOT NULL,
  security_class               text NOT NULL,
  conversion_or_exercise_price numeric,
  expires_on                   date,
  underlying_class             text,
  ownership                    ownership_form NOT NULL,
  nature                       text NOT NULL,
  distinction                  text NOT NULL
);
CREATE INDEX account_person_id_idx ON account (person_id, group_id);

-- One row per line of an account, and one per restated point (docs/domain.md §5): the balance that holds
-- from from_on until the next row, for viewpoints from known_at until known_to.
CREATE TABLE entry (
  account_id     bigint NOT NULL,
  accounting_order integer NOT NULL,
  from_on        date NOT NULL,
  known_at       timestamptz(3) NOT NULL,
  known_to       timestamptz(3),
  person_id      bigint NOT NULL,
  issuer_id      bigint NOT NULL,
  group_id       bigint NOT NULL,
  place          integer NOT NULL,
  position       bigint NOT NULL,
  superseded_at  timestamptz(3),
  is_restated    boolean NOT NULL,
  change         numeric,
  amount         numeric NOT NULL,
  unit           unit NOT NULL,
  is_derived     boolean NOT NULL,
  reconciliation reconciliation NOT NULL,
  difference     numeric,
  PRIMARY KEY (account_id, accounting_order, from_on, known_at, is_restated)
);
CREATE INDEX entry_person_id_idx ON entry
  (person_id, group_id, account_id, accounting_order DESC, from_on DESC)
  INCLUDE (known_at, known_to, place, position, amount, unit, is_derived, reconciliation, difference, issuer_id);
CREATE INDEX entry_issuer_id_idx ON entry
  (issuer_id, person_id, group_id, account_id, accounting_order DESC, from_on DESC)
  INCLUDE (known_at, known_to, place, position, amount, unit, is_derived, reconciliation, difference);
CREATE INDEX entry_position_idx ON entry (position);
-- An as-of query lives on index-only scans, which need the visibility map soon after an append.
ALTER TABLE entry SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 5000);

-- Provisional ids that turned out to be somebody known by CIK (docs/domain.md §2).
CREATE TABLE resolved_identity (
  from_id  bigint PRIMARY KEY,
  to_id    bigint NOT NULL,
  position bigint NOT NULL
);

-- The last event the projections hold; a single row.
CREATE TABLE projection_checkpoint (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL
);
INSERT INTO projection_checkpoint (position) VALUES (0);

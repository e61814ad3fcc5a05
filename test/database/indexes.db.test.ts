import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';

/**
 * Every index of the ledger beside primary keys and those that keep something unique, with what is
 * asked by it, after FROM. Each takes room, and time at every append: one that nothing here names
 * must go. What a page costs among a million entries, test/reads/queries/*.slow.test.ts say.
 */
const ASKED: Readonly<Record<string, string>> = {
  account_person_id_idx: 'account WHERE person_id = 1 ORDER BY group_id',
  account_issuer_id_idx: 'account WHERE issuer_id = 1',
  entry_person_id_idx:
    'entry WHERE person_id = 1 ORDER BY group_id, account_id, accounting_order DESC, from_on DESC',
  entry_issuer_id_idx: `entry WHERE issuer_id = 1
    ORDER BY person_id, group_id, account_id, accounting_order DESC, from_on DESC`,
  entry_position_idx: 'entry WHERE position = 1',
  entry_from_on_idx: "entry WHERE from_on <= '1990-01-01'",
  entry_known_at_idx: "entry WHERE known_at <= '1990-01-01'",
  entry_known_to_idx: "entry WHERE known_to > '2020-01-01'",
  filing_fingerprint_idx: "filing WHERE fingerprint = '\\x00'",
  filing_known_at_idx: 'filing ORDER BY known_at, order_key',
  filing_issuer_id_known_at_idx: 'filing WHERE issuer_id = 1 ORDER BY known_at, order_key',
  filing_issuer_id_id_idx: 'filing WHERE issuer_id = 1 ORDER BY id',
  filing_amends_id_idx: 'filing WHERE amends_id = ANY(ARRAY[1])',
  filing_block_known_at_idx: "filing WHERE id / 2048 = 1 AND known_at > '2020-01-01'",
  filing_own_issuer_id_idx: 'filing WHERE own_issuer_id = -1',
  filing_issuer_folded_idx: "filing WHERE issuer_folded = 'A' AND own_issuer_id < 0",
  filing_amendment_issuer_id_idx: `filing
    WHERE issuer_id = 1 AND form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A')`,
  filing_unnumbered_source_idx: "filing WHERE source_hash = '\\x00' AND accession_number IS NULL",
  filing_stated_actions_idx: 'filing WHERE issuer_id = 1 AND stated_actions IS NOT NULL',
  filing_parser_idx: 'filing WHERE parser < 2',
  filing_owner_issuer_id_idx: 'filing_owner WHERE person_id = 1 AND issuer_id = 2',
  filing_owner_person_id_filing_id_idx: 'filing_owner WHERE person_id = 1 ORDER BY filing_id',
  filing_owner_person_id_known_at_idx:
    'filing_owner WHERE person_id = 1 ORDER BY known_at, filing_id',
  filing_owner_own_person_id_idx:
    'filing_owner WHERE own_person_id = ANY(ARRAY[-1]) AND own_person_id < 0',
  filing_owner_provisional_idx: 'filing_owner WHERE own_person_id < 0 AND issuer_id = 1',
  filing_owner_officer_title_idx: "filing_owner WHERE officer_title ILIKE '%president%'",
  former_identity_from_id_idx: 'former_identity WHERE from_id = -1',
  issuer_name_idx: 'issuer ORDER BY name, id',
  person_name_idx: 'person ORDER BY name, id',
  issuer_facts_sic_idx: "issuer_facts WHERE sic = '3714'",
  issuer_facts_state_idx: "issuer_facts WHERE state_of_incorporation = 'DE'",
  issuer_former_name_folded_trgm_idx: "issuer_former_name WHERE 'FERRIES' <% folded",
  issuer_name_folded_trgm_idx: "issuer_name WHERE 'FERRIES' <% folded",
  person_name_folded_trgm_idx: "person_name WHERE 'FERRIES' <% folded",
  issuer_ticker_symbols_idx: "issuer_ticker WHERE symbols && ARRAY['FERR']",
  ledger_event_filing_id_position_idx: 'ledger_event WHERE filing_id = 1 ORDER BY position',
  ledger_event_type_position_idx: "ledger_event WHERE type = 'FILING_RECEIVED' ORDER BY position",
  ledger_event_later_idx: `ledger_event
    WHERE filing_id = 1 AND type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED', 'FILING_REREAD')`,
  ledger_event_later_known_at_idx: `ledger_event WHERE known_at > '2020-01-01'
    AND type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED', 'FILING_REREAD')`,
  relationship_issuer_id_idx: 'relationship WHERE issuer_id = 1',
  reported_line_filing_id_idx: 'reported_line WHERE filing_id = 1 ORDER BY position',
  reported_line_issuer_id_idx: 'reported_line WHERE issuer_id = 1 ORDER BY position',
  reported_line_class_idx: `reported_line
    WHERE security_class = 'A' AND issuer_id = 1 AND effective_on = '2020-01-01'`,
  reported_line_superseded_by_idx: 'reported_line WHERE superseded_by = ANY(ARRAY[1])',
  reported_line_repeats_idx: 'reported_line WHERE repeats = ANY(ARRAY[1])',
  reported_line_market_idx: `reported_line WHERE issuer_id = 1 AND effective_on > '2020-01-01'
    AND code IN ('P', 'S') AND superseded_by IS NULL AND repeats IS NULL`,
  reported_line_code_idx: "reported_line WHERE code = 'P' ORDER BY position",
  reported_line_value_idx: 'reported_line WHERE value > 1 ORDER BY value, position',
  reported_line_by_shares_idx: `reported_line WHERE is_transaction AND NOT is_taken_back
    ORDER BY shares, position`,
  reported_line_by_share_of_holding_idx: `reported_line WHERE is_transaction AND NOT is_taken_back
    ORDER BY share_of_holding, position`,
  reported_line_by_known_at_idx: `reported_line WHERE is_transaction AND NOT is_taken_back
    ORDER BY known_at, position`,
  reported_line_by_effective_on_idx: `reported_line WHERE is_transaction AND NOT is_taken_back
    ORDER BY effective_on, position`,
  reported_line_late_idx: 'reported_line WHERE filing_id = 1 AND is_late',
  reported_line_flags_idx:
    "reported_line WHERE flags && '{ORIGINAL_MISSING}'::line_flag[] AND flags <> '{}'",
  reported_line_negated_plan_idx: "reported_line WHERE stated_plan = 'NEGATED'",
  reported_line_untimely_idx: "reported_line WHERE timeliness IN ('EARLY', 'LATE')",
  reported_line_taken_back_idx: 'reported_line WHERE is_taken_back',
};

let database: Database;

beforeAll(async () => {
  ({ database } = await createTestLedger(afterAll));
});

const INDEXES = `
  SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace s ON s.oid = t.relnamespace
  WHERE s.nspname = 'public' AND NOT i.indisunique AND t.relname = ANY($1) ORDER BY 1`;

describe('an index of the ledger', () => {
  it('is there for something that is asked', async () => {
    const tables = new Set(Object.values(ASKED).map((asked) => /^\w+/.exec(asked)?.[0]));
    const { rows } = await database.pool.query<{ name: string }>(INDEXES, [
      [...tables, 'source_document', 'family_end', 'resolved_identity'],
    ]);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(ASKED).sort());
  });

  it.each(Object.entries(ASKED))('%s answers it, without a sort: FROM %s', async (index, asked) => {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT 1 FROM ${asked} LIMIT 1`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(new RegExp(`\\b${index}\\b`));
      expect(plan).not.toMatch(/\bSort\b/);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

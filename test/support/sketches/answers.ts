import type { Database } from '../../../src/database/index.ts';
import { holdingHistory, holdings, relationships } from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';

/** What a ledger of sketched filings answers, in words that no position or id is part of. */
export interface Answers {
  /** All holdings of everybody, of whatever status. */
  holdings(asOf: string, knownAt: string): Promise<string[]>;
  /** All entries of everybody's accounts, with their turn in accounting order. */
  histories(knownAt: string): Promise<string[]>;
  relationships(asOf: string, knownAt: string): Promise<string[]>;
}

/** Words from values, blank where there is none. */
export function words(values: readonly Word[]): string {
  return values.map((value) => String(value ?? '')).join(', ');
}

type Word = string | number | boolean | null | undefined;

/** Asks for everybody by id; the people, issuers and lines are those of the moment of the call. */
export async function answersOf({ pool }: Database): Promise<Answers> {
  const names = async (sql: string) => {
    const { rows } = await pool.query<{ id: bigint; name: string }>(sql);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  const people = await names('SELECT id, name FROM person');
  const issuers = await names('SELECT id, name FROM issuer');
  const accounts = await names(ACCOUNT_NAMES);
  const sketch = await names(
    `SELECT l.position AS id, substring(f.remarks from '[0-9]+') AS name
     FROM reported_line l JOIN filing f ON f.id = l.filing_id`,
  );
  const viewpoint = (asOf: string, knownAt: string) => ({
    asOf: asOf as CalendarDate,
    knownAt: knownAt as Instant,
  });
  return {
    async holdings(asOf, knownAt) {
      const statuses = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const;
      const of = { people: [...people.keys()] };
      const rows = await holdings(pool, of, viewpoint(asOf, knownAt), { statuses });
      const texts = rows.map((row) =>
        words([
          issuers.get(row.issuerId),
          people.get(row.personId),
          accounts.get(row.accountId),
          row.amount,
          row.unit,
          row.status,
          row.derived,
          row.reconciliation,
          row.difference,
          sketch.get(row.position),
        ]),
      );
      return texts.sort();
    },
    async histories(knownAt) {
      const texts: string[] = [];
      for (const issuerId of issuers.keys()) {
        for (const personId of people.keys()) {
          const turns = new Map<bigint, number>();
          const subject = { personId, issuerId };
          for (const row of await holdingHistory(pool, subject, knownAt as Instant, {})) {
            const turn = (turns.get(row.accountId) ?? 0) + 1;
            turns.set(row.accountId, turn);
            texts.push(
              words([
                issuers.get(issuerId),
                people.get(personId),
                accounts.get(row.accountId),
                turn,
                row.effectiveOn,
                row.knownAt,
                row.change,
                row.amount,
                row.unit,
                row.reconciliation,
                sketch.get(row.position),
              ]),
            );
          }
        }
      }
      return texts.sort();
    },
    async relationships(asOf, knownAt) {
      const rows = await relationships(pool, {}, viewpoint(asOf, knownAt));
      const texts = rows.map((row) =>
        words([
          issuers.get(row.issuerId),
          people.get(row.personId),
          row.roles.join('+'),
          row.officerTitle,
          row.from,
          row.to,
        ]),
      );
      return texts.sort();
    },
  };
}

// One owner has one account of each kind in a sketched issuer and title but for grants, of which
// the second one is named as such, and that of both together as the third.
const ACCOUNT_NAMES = `
  SELECT id, CASE WHEN security_class = 'RESTRICTED STOCK UNIT' THEN 'grant'
    WHEN security_table = 'DERIVATIVE' THEN 'option' WHEN nature = '' THEN 'direct'
    ELSE lower(nature) END || distinction
    || CASE WHEN security_class = 'COMMON SHARE' THEN ' retitled' ELSE '' END AS name FROM account`;

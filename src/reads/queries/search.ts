import type { Queryable } from '../../database/index.ts';
import { cleanTickers, foldName } from '../../ledger/index.ts';
import { parseAccessionNumber, parseCik } from '../../values/index.ts';

/**
 * A person or an issuer whose name, ticker or CIK resembles what was looked for, or a filing of
 * that number.
 */
export interface SearchHit {
  readonly kind: 'Filing' | 'Issuer' | 'Person';
  readonly id: bigint;
  /**
   * From 0 to 2, five places: how much it resembles; over 1 for a ticker, CIK or number that is the
   * text.
   */
  readonly score: string;
}

/** A window of hits, best first. */
export interface SearchPage {
  readonly limit: number;
  readonly after?: SearchHit;
}

/**
 * People and issuers whose name, of now or formerly, by filings or their headers, or ticker
 * resembles a text, or whose CIK it is, and the filing whose number it is: best first, then issuers
 * before people, then by id. Trigrams bear typing errors and do not care for the order of words.
 */
export async function search(
  db: Queryable,
  text: string,
  { limit, after }: SearchPage,
): Promise<SearchHit[]> {
  const { rows } = await db.query<SearchHit>(
    `${HITS} SELECT kind, id, score FROM hit
     WHERE $5::numeric IS NULL OR (-score, kind, id) > (-$5::numeric, $6::text, $7::bigint)
     ORDER BY -score, kind, id LIMIT $8`,
    [...looked(text), after?.score ?? null, after?.kind ?? null, after?.id ?? null, limit],
  );
  return rows;
}

/** How many there are of all that. */
export async function countHits(db: Queryable, text: string, most: number): Promise<number> {
  const { rows } = await db.query<{ count: bigint }>(
    `${HITS} SELECT count(*) FROM (SELECT FROM hit LIMIT $5) counted`,
    [...looked(text), most],
  );
  return Number(rows[0]?.count ?? 0n);
}

/**
 * The text as names are folded, and the symbol, the CIK and the accession number that it is; people
 * write $QMOT too.
 */
function looked(text: string): unknown[] {
  const word = text.trim();
  return [
    foldName(text),
    cleanTickers(word.replace(/^\$/, ''))[0] ?? null,
    parseCik(word.replace(/^CIK\s*/i, '')),
    parseAccessionNumber(word),
  ];
}

// <% is what the index answers: some stretch of the name resembles the whole text. A name that is
// nothing but the text comes before a longer one that only holds it.
const HITS = `
  WITH named AS (
    SELECT 'Person' AS kind, person_id AS id, folded FROM person_name WHERE $1 <% folded
    UNION ALL
    SELECT 'Issuer', issuer_id, folded FROM issuer_name WHERE $1 <% folded
    UNION ALL
    SELECT 'Issuer', issuer_id, folded FROM issuer_former_name WHERE $1 <% folded
  ), scored AS (
    SELECT kind, id, (0.7 * word_similarity($1, folded) + 0.3 * similarity($1, folded)) AS score
    FROM named
    UNION ALL
    SELECT 'Issuer', issuer_id, 2 FROM issuer_ticker WHERE symbols @> ARRAY[$2::text]
    UNION ALL
    SELECT 'Issuer', id, 2 FROM issuer WHERE cik = $3::text
    UNION ALL
    SELECT 'Person', id, 2 FROM person WHERE cik = $3::text
    UNION ALL
    SELECT 'Filing', id, 2 FROM filing WHERE accession_number = $4::text
  ), hit AS (
    SELECT kind, id, round(max(score)::numeric, 5) AS score FROM scored GROUP BY kind, id
  )`;

import { type LookUp, lookUp, type Queryable } from '../../database/index.ts';
import type { ChangedFilings } from './changed-filings.ts';
import type { KindOf, StoredNames, Use } from './names.ts';
import { readHeaderFacts } from './read-header-facts.ts';

/**
 * Reads what is stored of those whom the filings are or were about, and what others call them: the
 * uses stored, unless a filing is changed that had a part in them.
 */
export async function readNames(db: Queryable, changed: ChangedFilings): Promise<StoredNames> {
  const rows = await lookUp<UseRow>(db, storedNames(changed));
  const of = (kind: UseRow['use']) => rows.filter(({ use }) => use === kind);
  const people = of('PERSON');
  const stored = {
    issuers: {
      names: of('ISSUER'),
      tickers: of('TICKER'),
      formerNames: of('FORMER'),
      kinds: [],
    },
    people: { names: people, tickers: [], formerNames: [], kinds: people },
  };
  const left = usesElsewhere(changed);
  const others = async <T extends { readonly id: bigint }>(
    known: readonly T[],
    { ids, elsewhere }: Left,
  ) => [
    ...known.filter(({ id }) => !ids.has(id)),
    ...(ids.size === 0 ? [] : await lookUp<T>(db, elsewhere)),
  ];
  const { issuers } = stored;
  return {
    stored,
    others: {
      issuers: {
        names: await others<Use>(issuers.names, left.issuerNames),
        tickers: await others<Use>(issuers.tickers, left.tickers),
        formerNames: await others<Use>(issuers.formerNames, left.formerNames),
        kinds: [],
      },
      people: {
        names: await others<Use>(people, left.personNames),
        tickers: [],
        formerNames: [],
        kinds: await others<KindOf>(people, left.kinds),
      },
    },
    facts: await readHeaderFacts(db, changed),
  };
}

interface Left {
  readonly ids: ReadonlySet<bigint>;
  readonly elsewhere: LookUp;
}

/** Of issuers and people that filings named before, what all others call them. */
function usesElsewhere({ before, ids: changed }: ChangedFilings) {
  const issuers = new Set(before.map(({ filing }) => filing.issuer_id));
  const people = new Set(before.flatMap(({ owners }) => owners.map((one) => one.person_id)));
  const left = (ids: ReadonlySet<bigint>, text: string, columns = USE_COLUMNS): Left => {
    return { ids, elsewhere: { text, values: [[...ids], changed], columns } };
  };
  return {
    issuerNames: left(issuers, ISSUER_NAMES),
    tickers: left(issuers, ISSUER_TICKERS),
    formerNames: left(issuers, FORMER_NAMES),
    personNames: left(people, PERSON_NAMES),
    kinds: left(people, KINDS, 'id bigint, kind text'),
  };
}

const USE_COLUMNS = 'id bigint, text text, first timestamptz, last timestamptz';

/** What `readNames` looks up beside header facts. */
export function namesOf(changed: ChangedFilings): LookUp[] {
  const left = Object.values(usesElsewhere(changed)).filter(({ ids }) => ids.size > 0);
  return [storedNames(changed), ...left.map(({ elsewhere }) => elsewhere)];
}

type UseRow = Use & KindOf & { readonly use: 'ISSUER' | 'TICKER' | 'FORMER' | 'PERSON' };

/** What issuers and people of filings are called. */
function storedNames({ both }: ChangedFilings): LookUp {
  return {
    text: USES,
    values: [
      [...new Set(both.map(({ filing }) => filing.issuer_id))],
      [...new Set(both.flatMap(({ owners }) => owners.map((owner) => owner.person_id)))],
    ],
    columns: `use text, ${USE_COLUMNS}, kind text`,
  };
}

const USES = `
  SELECT 'ISSUER' AS use, issuer_id AS id, name AS text, first_known_at AS first,
    last_known_at AS last, 'UNKNOWN'::person_kind AS kind
  FROM issuer_name WHERE issuer_id = ANY($1)
  UNION ALL
  SELECT 'TICKER', issuer_id, as_filed, first_known_at, last_known_at, 'UNKNOWN'
  FROM issuer_ticker WHERE issuer_id = ANY($1)
  UNION ALL
  SELECT 'FORMER', issuer_id, to_char(until, 'YYYY-MM-DD') || ' ' || name, first_known_at, last_known_at, 'UNKNOWN'
  FROM issuer_former_name WHERE issuer_id = ANY($1)
  UNION ALL
  SELECT 'PERSON', n.person_id, n.name, n.first_known_at, n.last_known_at, p.kind
  FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY($2)`;

const ISSUER_NAMES = `
  SELECT issuer_id AS id, issuer_name AS text, min(known_at) AS first, max(known_at) AS last
  FROM filing WHERE issuer_id = ANY($1) AND id <> ALL($2) GROUP BY 1, 2`;

const ISSUER_TICKERS = `
  SELECT issuer_id AS id, issuer_ticker AS text, min(known_at) AS first, max(known_at) AS last
  FROM filing WHERE issuer_id = ANY($1) AND id <> ALL($2) AND issuer_ticker IS NOT NULL
  GROUP BY 1, 2`;

const FORMER_NAMES = `
  SELECT issuer_id AS id, (n->>'until') || ' ' || (n->>'name') AS text,
    min(known_at) AS first, max(known_at) AS last
  FROM filing CROSS JOIN LATERAL jsonb_array_elements(header_facts->'formerNames') n
  WHERE issuer_id = ANY($1) AND id <> ALL($2) AND header_facts IS NOT NULL
  GROUP BY 1, 2`;

const PERSON_NAMES = `
  SELECT person_id AS id, name_as_filed AS text, min(known_at) AS first, max(known_at) AS last
  FROM filing_owner WHERE person_id = ANY($1) AND filing_id <> ALL($2) GROUP BY 1, 2`;

const KINDS = `
  SELECT DISTINCT person_id AS id, kind FROM filing_owner
  WHERE person_id = ANY($1) AND filing_id <> ALL($2)`;

import { type LookUp, lookUp, type Queryable } from '../../database/index.ts';
import { foldNature } from '../../rules/index.ts';
import { compareText, groupBy, newYorkDate } from '../../values/index.ts';
import {
  type AmendableFiling,
  type AmendableLine,
  type AmendmentDecision,
  amendsId,
  isAmendmentForm,
  linkAmendments,
  namedFilings,
  statesNothing,
} from '../decisions/index.ts';
import type { FilingAmended } from '../events/index.ts';
import { type ChangedFilings, type FilingRows, supersededBy } from '../projections/index.ts';
import type { Decision } from './decision.ts';

/**
 * Decides anew the amendments that filings may be, or be the originals of, and those that they
 * were; gives the FilingAmended events for those that come out otherwise than the ledger has them
 * (docs/domain.md §6).
 */
export async function decideAmendments(
  db: Queryable,
  changed: ChangedFilings,
): Promise<Decision[]> {
  const families = await readAmendable(db, changed);
  const amendments = families.flat().filter(({ filing }) => isAmendmentForm(filing.form));
  if (amendments.length === 0) return [];
  const by = amendments.flatMap(({ filing, lines }) => [
    filing.id,
    ...lines.map(({ position }) => position),
  ]);
  const held = new Set([...families.flat(), ...(await supersededBy(db, changed, by))]);
  const supersedes = supersededLines(held);
  return families.flatMap((family) => {
    const rowsOf = new Map(family.map((rows) => [rows.filing.id, rows]));
    return linkAmendments(family.map(amendable)).flatMap((decision) => {
      const rows = rowsOf.get(decision.amendment.id) as FilingRows;
      const body = amendedEvent(decision);
      if (isStored(rows, body, supersedes)) return [];
      const { filing } = rows;
      return [{ filing, body, because: [filing.id, BigInt(body.payload.original)] }];
    });
  });
}

function amendedEvent(decision: AmendmentDecision): FilingAmended {
  const candidates = decision.candidates.map(({ id }) => id);
  const original = decision.original?.id ?? candidates.at(-1) ?? decision.amendment.id;
  return {
    type: 'FILING_AMENDED',
    payload: {
      original: String(original),
      candidates: candidates.map(String),
      originalMissing: decision.isOriginalMissing,
      outcome: decision.outcome,
      superseded: decision.superseded.map(({ line, by, evidence, isCertain, isLeftOut }) => ({
        line: String(line.position),
        by: by === null ? null : String(by.position),
        evidence,
        certain: isCertain,
        ...(isLeftOut ? { leftOut: true as const } : {}),
      })),
    },
  };
}

/**
 * The lines that each filing or line has put out of force, and that each filing leaves out of its
 * own, as "line>by".
 */
function supersededLines(held: Iterable<FilingRows>): Map<bigint, string[]> {
  const lines = [...held].flatMap((rows) => rows.lines);
  const out = lines.filter((line) => line.superseded_by !== null && !line.is_taken_back);
  const by = groupBy(out, (line) =>
    line.is_left_out ? line.filing_id : (line.superseded_by ?? 0n),
  );
  return new Map(
    [...by].map(([id, own]) => [id, own.map((line) => `${line.position}>${line.superseded_by}`)]),
  );
}

function isStored(
  { filing, lines }: FilingRows,
  { payload }: FilingAmended,
  supersedes: ReadonlyMap<bigint, readonly string[]>,
): boolean {
  // What the amendment supersedes by nothing is superseded by the amendment itself.
  const pairs = payload.superseded.map(({ line, by }) => `${line}>${by ?? filing.id}`).sort();
  const own = [filing.id, ...lines.map(({ position }) => position)];
  const stood = own.flatMap((by) => supersedes.get(by) ?? []).sort();
  const { candidates = [], outcome, originalMissing } = payload;
  return (
    filing.amendment_outcome === outcome &&
    filing.is_original_missing === originalMissing &&
    filing.amends_id === amendsId(payload) &&
    filing.amendment_candidates.join() === candidates.join() &&
    stood.join() === pairs.join()
  );
}

/** Filings of an issuer and a base form, which an owner has together. */
const familyOf = ({ filing }: FilingRows) => `${filing.issuer_id} ${baseOf(filing)}`;

function baseOf({ form }: FilingRows['filing']): string {
  return form.slice(0, 'FORM_4'.length);
}

/**
 * Of every issuer and base form in which an owner of the filings has an amendment: the filings that
 * are joined to them by owners, over however many others, since an amendment has an owner of its
 * original.
 */
async function readAmendable(db: Queryable, changed: ChangedFilings): Promise<FilingRows[][]> {
  const { both } = changed;
  const amended = await lookUp<Amended>(db, amendedBefore(changed));
  const keys = (rows: FilingRows) =>
    rows.owners.map((owner) => `${familyOf(rows)} ${owner.person_id}`);
  const isAmended = new Set([
    ...amended.map(({ issuer, base, person }) => `${issuer} ${base} ${person}`),
    ...both.filter(({ filing }) => isAmendmentForm(filing.form)).flatMap(keys),
  ]);
  const families = new Set(
    both.filter((rows) => keys(rows).some((key) => isAmended.has(key))).map(familyOf),
  );
  if (families.size === 0) return [];
  const seeds = both.filter((rows) => families.has(familyOf(rows)));
  const owners = seeds.flatMap((rows) => rows.owners.map((owner) => ({ rows, owner })));
  const { rows: joined } = await db.query<{ id: bigint }>(JOINED, [
    owners.map(({ rows }) => rows.filing.issuer_id),
    owners.map(({ rows }) => baseOf(rows.filing)),
    owners.map(({ owner }) => owner.person_id),
  ]);
  const ids = [...joined.map(({ id }) => id), ...changed.ids];
  const read = (await changed.read(ids)).filter((rows) => families.has(familyOf(rows)));
  return [...groupBy(read, familyOf).values()].flatMap(joinedByOwners);
}

const AMENDMENT = `f.form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A')`;

interface Amended {
  readonly issuer: bigint;
  readonly person: bigint;
  readonly base: string;
}

/** Who has an amendment, of which base form, in the issuers of the filings. */
export function amendedBefore({ both }: ChangedFilings): LookUp {
  return {
    text: `SELECT DISTINCT o.issuer_id AS issuer, o.person_id AS person,
        left(f.form::text, 6) AS base
      FROM filing f JOIN filing_owner o ON o.filing_id = f.id
      WHERE f.issuer_id = ANY($1) AND ${AMENDMENT}`,
    values: [[...new Set(both.map(({ filing }) => filing.issuer_id))]],
    columns: 'issuer bigint, person bigint, base text',
  };
}

const JOINED = `
  WITH RECURSIVE joined AS (
    SELECT DISTINCT * FROM unnest($1::bigint[], $2::text[], $3::bigint[])
      AS s (issuer_id, base, person_id)
    UNION
    SELECT j.issuer_id, j.base, other.person_id FROM joined j
      JOIN filing_owner o ON o.person_id = j.person_id AND o.issuer_id = j.issuer_id
      JOIN filing f ON f.id = o.filing_id AND left(f.form::text, 6) = j.base
      JOIN filing_owner other ON other.filing_id = f.id
  )
  SELECT DISTINCT f.id FROM joined j
    JOIN filing_owner o ON o.person_id = j.person_id AND o.issuer_id = j.issuer_id
    JOIN filing f ON f.id = o.filing_id AND left(f.form::text, 6) = j.base`;

/** Filings parted so that no two parts have an owner in common. */
function joinedByOwners(filings: readonly FilingRows[]): FilingRows[][] {
  const partOf = new Map<bigint, FilingRows[]>();
  for (const rows of filings) {
    const people = rows.owners.map((owner) => owner.person_id);
    const parts = new Set(people.flatMap((person) => [partOf.get(person) ?? []]));
    const part = [...parts].flat().concat(rows);
    for (const each of part) for (const owner of each.owners) partOf.set(owner.person_id, part);
  }
  return [...new Set(partOf.values())].sort((a, b) =>
    compareText(String(a[0]?.filing.id), String(b[0]?.filing.id)),
  );
}

/** A filing as far as amendments go. */
function amendable({ filing, owners, lines }: FilingRows): AmendableFiling {
  const texts = isAmendmentForm(filing.form)
    ? [filing.remarks, ...filing.footnotes.map(({ text }) => text)].filter((text) => text !== null)
    : [];
  const standing = lines.filter((line) => !line.is_taken_back);
  const days = [filing.filed_on, newYorkDate(filing.known_at)].filter((day) => day !== null);
  return {
    id: filing.id,
    orderKey: filing.order_key,
    form: filing.form,
    owners: [...new Set(owners.map((owner) => owner.person_id))],
    periodOfReport: filing.period_of_report,
    dateOfOriginalSubmission: filing.date_of_original_submission,
    filedOn: [...new Set(days)],
    knownAt: filing.known_at,
    accessionNumber: filing.accession_number,
    named: namedFilings(texts, filing.accession_number),
    statesNothing: statesNothing({
      form: filing.form,
      noSecuritiesOwned: filing.no_securities_owned,
      lines: standing,
    }),
    lines: standing.map(amendableLine),
  };
}

function amendableLine(line: FilingRows['lines'][number]): AmendableLine {
  const rest = [
    line.deemed_execution_date,
    line.total_value,
    line.unit_after,
    line.conversion_or_exercise_price,
    line.exercisable_on,
    line.expires_on,
    line.underlying_title,
    line.underlying_shares,
    line.underlying_value,
    line.timeliness,
    line.equity_swap_involved,
  ];
  return {
    position: line.position,
    table: line.security_table,
    line: line.line,
    securityClass: line.security_class,
    transactionDate: line.transaction_date,
    code: line.code_as_filed,
    acquiredDisposed: line.acquired_disposed,
    ownership: line.ownership,
    nature: line.ownership === 'DIRECT' ? '' : foldNature(line.nature),
    shares: line.shares,
    pricePerShare: line.price_per_share,
    amountAfter: line.amount_after,
    title: line.security_title,
    rest: JSON.stringify(rest),
  };
}

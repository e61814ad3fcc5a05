import type { Queryable } from '../../database/index.ts';
import { cleanTickers } from '../../ledger/index.ts';
import {
  issuersByCik,
  issuersById,
  latestUsers,
  peopleByCik,
  peopleById,
  resolveIdentities,
  search,
} from '../../reads/index.ts';
import { decodeIdOf } from '../../schema/index.ts';
import { Anomaly, parseCik } from '../../values/index.ts';
import { type Choice, chooseSubject } from '../choose-subject.ts';
import { printable } from './describe-rejected.ts';

/** What has a name in the ledger. */
export type SubjectType = 'Issuer' | 'Person';

/** A person or an issuer of the ledger. */
export interface FoundSubject {
  readonly type: SubjectType;
  readonly key: bigint;
  readonly name: string;
  readonly cik: string | null;
  readonly ticker: string | null;
}

const CANDIDATES = 6;
const HITS = 30;

/**
 * Whom a text names: by global id, CIK, trading symbol (an issuer's, docs/domain.md §2), or name,
 * of now or formerly, every word of which it holds, in any order. Incorrect, beginning with
 * `where`, with those who come near, where that is nobody or several.
 */
export async function findSubject(
  db: Queryable,
  text: string,
  { types, where }: { readonly types: readonly SubjectType[]; readonly where: string },
): Promise<FoundSubject> {
  const exact = [
    ...(await byId(db, text, types)),
    ...(await byCik(db, text, types)),
    ...(types.includes('Issuer') ? await byTicker(db, text) : []),
  ];
  const near = exact.length > 0 ? exact : await byName(db, text, types);
  const choice = chooseSubject(text, { exact, near });
  if (choice.kind === 'one') return choice.subject;
  throw new Anomaly('Incorrect', refusal({ text, where, types, choice }));
}

async function byId(
  db: Queryable,
  text: string,
  types: readonly SubjectType[],
): Promise<FoundSubject[]> {
  for (const type of types) {
    let key: bigint;
    try {
      key = decodeIdOf(type, text, 'id');
    } catch {
      continue;
    }
    const [current = key] = await resolveIdentities(db, [key]);
    return byKeys(db, type, [current]);
  }
  return [];
}

async function byCik(
  db: Queryable,
  text: string,
  types: readonly SubjectType[],
): Promise<FoundSubject[]> {
  const cik = parseCik(text);
  if (cik === null) return [];
  return [
    ...(types.includes('Issuer') ? (await issuersByCik(db, [cik])).map(anIssuer) : []),
    ...(types.includes('Person') ? (await peopleByCik(db, [cik])).map(aPerson) : []),
  ];
}

async function byTicker(db: Queryable, text: string): Promise<FoundSubject[]> {
  const [symbol, ...more] = /\s/.test(text.trim()) ? [] : cleanTickers(text.replace(/^\$/, ''));
  if (symbol === undefined || more.length > 0) return [];
  const [user] = await latestUsers(db, [symbol]);
  return user === undefined ? [] : byKeys(db, 'Issuer', [user.issuerId]);
}

/** Best first. */
async function byName(
  db: Queryable,
  text: string,
  types: readonly SubjectType[],
): Promise<FoundSubject[]> {
  const hits = await search(db, text, { limit: HITS });
  const found: FoundSubject[] = [];
  for (const { kind, id } of hits) {
    if (kind === 'Filing') continue;
    if (types.includes(kind)) found.push(...(await byKeys(db, kind, [id])));
  }
  return found;
}

async function byKeys(
  db: Queryable,
  type: SubjectType,
  keys: readonly bigint[],
): Promise<FoundSubject[]> {
  if (type === 'Issuer') return (await issuersById(db, keys)).map(anIssuer);
  return (await peopleById(db, keys)).map(aPerson);
}

type Row = { readonly id: bigint; readonly name: string; readonly cik: string | null };

function anIssuer({ id, name, cik, ticker }: Row & { ticker: string | null }): FoundSubject {
  return { type: 'Issuer', key: id, name, cik, ticker };
}

function aPerson({ id, name, cik }: Row): FoundSubject {
  return { type: 'Person', key: id, name, cik, ticker: null };
}

function refusal({
  text,
  where,
  types,
  choice,
}: {
  readonly text: string;
  readonly where: string;
  readonly types: readonly SubjectType[];
  readonly choice: Exclude<Choice<FoundSubject>, { kind: 'one' }>;
}): string {
  const kinds = types.map((type) => (type === 'Issuer' ? 'issuer' : 'person')).join(' or ');
  const quoted = printable(JSON.stringify(text));
  const candidates = choice.kind === 'several' ? choice.among : choice.near;
  const shown = candidates.slice(0, CANDIDATES).map(describeSubject);
  const listed = shown.map((line) => `\n  ${line}`).join('');
  if (choice.kind === 'several') {
    return `${where}: ${quoted} is several. Name one by its CIK:${listed}`;
  }
  const nobody = `${where}: no ${kinds} in the ledger has the ticker, CIK, name or id ${quoted}.`;
  return shown.length === 0 ? nobody : `${nobody} These come near:${listed}`;
}

/** A name with what tells it apart. */
export function describeSubject({ type, name, cik, ticker }: FoundSubject): string {
  const facts = [
    type === 'Issuer' ? 'issuer' : 'person',
    ...(ticker === null ? [] : [ticker]),
    cik === null ? 'without a CIK' : `CIK ${cik}`,
  ];
  return printable(`${name} (${facts.join(', ')})`);
}

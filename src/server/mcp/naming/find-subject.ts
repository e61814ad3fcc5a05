import { cleanTickers } from '../../../ledger/index.ts';
import { decodeIdOf } from '../../../schema/index.ts';
import { parseCik } from '../../../values/index.ts';
import { type Choice, chooseSubject } from '../../choose-subject.ts';
import { inQuotes, named } from '../answers/index.ts';
import type { Ask } from '../asking.ts';
import { ExactSubjectsDocument, NearSubjectsDocument } from '../graphql/index.ts';
import { refused } from '../refusal.ts';
import type { FoundIssuer, FoundPerson, Subject, SubjectType } from './subject.ts';

/** Candidates that a refusal lists. */
const CANDIDATES = 8;

/** What a name, a CIK, a ticker or an id is at most. */
export const LONGEST_NAME = 200;

/** The person that a text names, as findSubject finds it. */
export async function findPerson(text: string, where: string, ask: Ask): Promise<FoundPerson> {
  return (await findSubject(text, { types: ['Person'], where }, ask)) as FoundPerson;
}

/** The issuer that a text names, as findSubject finds it. */
export async function findIssuer(text: string, where: string, ask: Ask): Promise<FoundIssuer> {
  return (await findSubject(text, { types: ['Issuer'], where }, ask)) as FoundIssuer;
}

/**
 * Whom a text names: by id, CIK, ticker (an issuer's) or name. Refuses, beginning with `where`,
 * with those who come near, where that is nobody or several.
 */
export async function findSubject(
  text: string,
  { types, where }: { readonly types: readonly SubjectType[]; readonly where: string },
  ask: Ask,
): Promise<Subject> {
  const choice = await choose(text, types, ask);
  if (choice.kind === 'one') return choice.subject;
  throw refused(refusal(text, { types, where, choice }));
}

/** Whom a text names, of these kinds; those near, where that is nobody. */
export async function choose(
  text: string,
  types: readonly SubjectType[],
  ask: Ask,
): Promise<Choice<Subject>> {
  const exact = await exactly(text.trim(), types, ask);
  const near = exact.length > 0 ? exact : await nearBy(text, types, ask);
  return chooseSubject(text, { exact, near });
}

async function exactly(text: string, types: readonly SubjectType[], ask: Ask): Promise<Subject[]> {
  const byId = types.some((type) => isIdOf(type, text));
  const cik = parseCik(text);
  const [ticker, ...more] = /\s/.test(text) ? [] : cleanTickers(text.replace(/^\$/, ''));
  const byTicker = types.includes('Issuer') && ticker !== undefined && more.length === 0;
  if (!byId && cik === null && !byTicker) return [];
  const { node, person, issuer, listed } = await ask(ExactSubjectsDocument, {
    id: text,
    byId,
    cik: cik ?? '1',
    byCik: cik !== null,
    ticker: ticker ?? '-',
    byTicker,
  });
  const found: Subject[] = [
    ...(node?.__typename === 'Person' ? [{ ...node, type: 'Person' as const }] : []),
    ...(node?.__typename === 'Issuer' ? [{ ...node, type: 'Issuer' as const }] : []),
    ...(person == null ? [] : [{ ...person, type: 'Person' as const }]),
    ...(issuer == null ? [] : [{ ...issuer, type: 'Issuer' as const }]),
    ...(listed == null ? [] : [{ ...listed, type: 'Issuer' as const }]),
  ];
  const unique = new Map(found.map((subject) => [subject.id, subject]));
  return [...unique.values()].filter(({ type }) => types.includes(type));
}

async function nearBy(text: string, types: readonly SubjectType[], ask: Ask): Promise<Subject[]> {
  const { search } = await ask(NearSubjectsDocument, { text });
  return search.nodes
    .flatMap((hit): Subject[] => {
      if (hit.__typename === 'Person') return [{ ...hit, type: 'Person' }];
      return hit.__typename === 'Issuer' ? [{ ...hit, type: 'Issuer' }] : [];
    })
    .filter(({ type }) => types.includes(type));
}

function isIdOf(type: SubjectType, text: string): boolean {
  try {
    decodeIdOf(type, text, 'id');
    return true;
  } catch {
    return false;
  }
}

function refusal(
  text: string,
  {
    types,
    where,
    choice,
  }: {
    readonly types: readonly SubjectType[];
    readonly where: string;
    readonly choice: Exclude<Choice<Subject>, { kind: 'one' }>;
  },
): string {
  const kinds = types.map((type) => (type === 'Issuer' ? 'issuer' : 'person')).join(' or ');
  const said = inQuotes(text, LONGEST_NAME);
  const candidates = choice.kind === 'several' ? choice.among : choice.near;
  const shown = candidates.slice(0, CANDIDATES).map((each) => `\n- ${describe(each)}`);
  const rest = candidates.length - shown.length;
  const listed = `${shown.join('')}${rest > 0 ? `\n- and ${rest} more` : ''}`;
  if (choice.kind === 'several') {
    return `${where}: ${said} may be several. Ask again with the CIK or the id of one of them:${listed}`;
  }
  const nobody = `${where}: no ${kinds} in this ledger has the name, CIK, ticker or id ${said}.`;
  return shown.length === 0
    ? `${nobody} Nothing comes near it: try fewer words of the name, or a CIK.`
    : `${nobody} These come near:${listed}`;
}

function describe(subject: Subject): string {
  return `${subject.type === 'Issuer' ? 'issuer' : 'person'} ${named(subject)}, id ${subject.id}`;
}

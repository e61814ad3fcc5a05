import type { GraphQLSchema } from 'graphql';
import type { TransactionFilter } from '../reads/index.ts';
import { Anomaly, parseCik } from '../values/index.ts';
import { fieldTypes, readAll } from './export-question.ts';
import { subjectKey } from './identity/index.ts';
import { findIssuer, issuerByCik, issuerByTicker } from './issuer/index.ts';
import { findPerson, personByCik } from './person/index.ts';
import type { Context } from './request/index.ts';
import { transactionFilterOf } from './transaction/index.ts';

/** Whose transactions a feed has: those of somebody by a name, or of all issuers. */
export type FeedOf =
  | { readonly type: 'issuer' | 'person'; readonly name: string }
  | { readonly type: 'transactions' };

/** What an address asks of a feed. */
export interface FeedQuestion {
  readonly title: string;
  /** Of the page that shows the same. */
  readonly path: string;
  readonly filter: TransactionFilter;
}

/**
 * Reads a feed's address: parameters are fields of `TransactionFilter`, as those of an export, but
 * `includeSuperseded`: a feed has such lines, and says that they were superseded. NotFound where
 * there is no such issuer or person; throws BAD_USER_INPUT that names the parameter.
 */
export async function feedQuestion(
  of: FeedOf,
  parameters: URLSearchParams,
  context: Context,
  schema: GraphQLSchema,
): Promise<FeedQuestion> {
  const { includeSuperseded: _, ...types } = fieldTypes(schema, 'TransactionFilter');
  const filter = await transactionFilterOf(readAll(parameters, types), context);
  if (of.type === 'transactions') return { title: 'Insider transactions', path: '/', filter };
  const { type, name } = of;
  const subject = await subjectNamed(type, name, context);
  if (subject === null) {
    throw new Anomaly('NotFound', `The ledger knows no ${type} by this name.`);
  }
  const list = type === 'issuer' ? 'issuers' : 'people';
  const asked = filter[list];
  const ids = asked === undefined || asked.includes(subject.id) ? [subject.id] : [];
  return {
    title: `Insider transactions of ${subject.name}`,
    path: `/${type}/${encodeURIComponent(name)}`,
    filter: { ...filter, [list]: ids },
  };
}

/** An issuer by ticker, CIK or id, or a person by CIK or id; null where there is none. */
async function subjectNamed(type: 'issuer' | 'person', name: string, context: Context) {
  const cik = parseCik(name);
  if (cik !== null) {
    return type === 'issuer' ? issuerByCik(cik, context) : personByCik(cik, context);
  }
  if (type === 'person') return findPerson(await keyOf('Person', name, context), context);
  if (name.length > LONGEST_TICKER)
    return findIssuer(await keyOf('Issuer', name, context), context);
  return issuerByTicker(name, context);
}

/** With its exchange; an id is longer. */
const LONGEST_TICKER = 12;

async function keyOf(type: 'Issuer' | 'Person', id: string, context: Context): Promise<bigint> {
  try {
    return await subjectKey(type, id, 'id', context);
  } catch (cause) {
    throw new Anomaly('NotFound', 'There is no such id in this ledger.', { cause });
  }
}

import { ingest } from '../../src/ledger/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

/** What a ledger of invented forms answers, in few words. */
export interface Answered {
  /** Last word of the owner, title, nature if any, amount, `~` where derived, status and so on. */
  readonly held: readonly string[];
  /** Purchases and sales of Table I: trades, shares, value. */
  readonly traded: string;
  /** The same of Table II, by class: purchases, sales. */
  readonly derivatives: readonly string[];
  /** All that is owned: title and total. */
  readonly owned: readonly string[];
  /** What became of amendments: outcome, and the evidence of each line superseded. */
  readonly amended: readonly string[];
  /** Flags of every transaction in force, with its value. */
  readonly values: readonly string[];
}

const ASKED = `{
  issuers { nodes {
    activity(from: "2023-01-01", to: "2025-12-31", by: YEAR) {
      purchases { transactions shares value }
      sales { transactions shares value }
      derivatives { class purchases { shares value } sales { shares value } }
    }
    ownership(asOf: "2025-12-31") { security { title } total }
    holdings(asOf: "2025-12-31") { nodes {
      person { name } security { title } nature amount derived status reconciliation breakCause
      straddlesCorporateAction
    } }
  } }
  filings(last: 20) { nodes {
    transactions { value flags supersededBy { position } }
    events { ... on FilingAmended { outcome superseded { evidence } } }
  } }
}`;

/** Ingests forms one by one, in this order, and asks. */
export async function answersTo(documents: readonly SourceDocument[]): Promise<Answered> {
  const { database } = await createTestLedger();
  for (const document of documents) {
    const [answer] = await ingest(database, [document]);
    if (answer?.outcome === 'rejected') throw new Error(JSON.stringify(answer));
  }
  const { data, errors } = await createClient(database).send(ASKED);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { issuers, filings } = data as unknown as Asked;
  const [issuer] = issuers.nodes;
  const years = issuer?.activity ?? [];
  const sides = years.flatMap(({ purchases, sales }) => [
    ...(purchases.transactions > 0 ? [`bought ${side(purchases)}`] : []),
    ...(sales.transactions > 0 ? [`sold ${side(sales)}`] : []),
  ]);
  return {
    held: (issuer?.holdings.nodes ?? []).map(holdingWords).sort(),
    traded: sides.join(', '),
    derivatives: years
      .flatMap(({ derivatives }) => derivatives)
      .map((one) => `${one.class}: ${one.purchases.shares}, ${one.sales.shares}`),
    owned: (issuer?.ownership ?? []).map(({ security, total }) => `${security.title} ${total}`),
    amended: filings.nodes
      .flatMap(({ events }) => events)
      .filter((event): event is Amended => 'outcome' in event)
      .map(({ outcome, superseded }) => [outcome, ...superseded.map((s) => s.evidence)].join(' ')),
    values: filings.nodes
      .flatMap(({ transactions }) => transactions)
      .filter(({ supersededBy }) => supersededBy === null)
      .map(({ value, flags }) => [value ?? 'none', ...flags].join(' ')),
  };
}

interface Side {
  readonly transactions: number;
  readonly shares: string | null;
  readonly value: string;
}

interface Held {
  readonly person: { readonly name: string };
  readonly security: { readonly title: string };
  readonly nature: string | null;
  readonly amount: string;
  readonly derived: boolean;
  readonly status: string;
  readonly reconciliation: string;
  readonly breakCause: string | null;
  readonly straddlesCorporateAction: boolean;
}

interface Amended {
  readonly outcome: string;
  readonly superseded: readonly { readonly evidence: string }[];
}

interface Asked {
  readonly issuers: {
    readonly nodes: readonly {
      readonly activity: readonly {
        readonly purchases: Side;
        readonly sales: Side;
        readonly derivatives: readonly { class: string; purchases: Side; sales: Side }[];
      }[];
      readonly ownership: readonly { security: { title: string }; total: string }[];
      readonly holdings: { readonly nodes: readonly Held[] };
    }[];
  };
  readonly filings: {
    readonly nodes: readonly {
      readonly transactions: readonly {
        value: string | null;
        flags: readonly string[];
        supersededBy: unknown;
      }[];
      readonly events: readonly (Amended | object)[];
    }[];
  };
}

const side = ({ transactions, shares, value }: Side) =>
  `${shares ?? '?'} in ${transactions} for ${value}`;

function holdingWords(one: Held): string {
  return [
    one.person.name.split(' ').at(-1),
    one.security.title,
    ...(one.nature === null ? [] : [one.nature]),
    one.derived ? `${one.amount}~` : one.amount,
    one.status,
    one.reconciliation,
    ...(one.breakCause === null ? [] : [one.breakCause]),
    ...(one.straddlesCorporateAction ? ['straddles'] : []),
  ].join(' ');
}

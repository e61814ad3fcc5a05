import { Random } from '../../src/server/demo/index.ts';
import type { ToolAnswer } from '../support/assistant/assistant.ts';
import type { FiledMarket } from './filed-market.ts';

/** A question of a tool, the request of GraphQL for the same, and how both answers are compared. */
export interface GeneratedQuestion {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the tool says, in the form of `wanted`. */
  readonly said: (structured: ToolAnswer['structured']) => readonly unknown[];
  /** What GraphQL says, as many as the tool shows. */
  readonly wanted: (data: ToolAnswer['structured']) => readonly unknown[];
  /** Whether GraphQL gives them in another order. */
  readonly isUnordered?: boolean;
  /** How many there are by GraphQL; undefined where it does not count them. */
  readonly total?: (data: ToolAnswer['structured']) => number;
}

const HELD =
  'nodes { person { cik } issuer { cik } security { title } nature amount unit status effectiveOn source { ... on TransactionReported { position } ... on HoldingReported { position } } }';
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, compared as JSON.
type Any = any;
const heldOf = (each: Any) => [
  each.person.cik,
  each.issuer.cik,
  each.security.title,
  each.nature,
  each.amount,
  each.unit,
  each.status,
  each.effectiveOn ?? each.reportedOn,
  each.position ?? each.source.position,
];

/** So many questions about a market, of every tool but verify_claim, the same for the same seed. */
export function generateQuestions(
  market: FiledMarket,
  count: number,
  seed: number,
): GeneratedQuestion[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, at) => {
    const make = MAKERS[at % MAKERS.length] ?? filed;
    const trade = random.pick(market.trades);
    const asOf = dayAfter(trade.date, random.below(400));
    const knownAt = dayAfter(trade.acceptedAt.slice(0, 10), random.below(500));
    return make({ ...trade, asOf, knownAt }, random, market);
  });
}

type About = FiledMarket['trades'][number] & { readonly asOf: string; readonly knownAt: string };
type Maker = (about: About, random: Random, market: FiledMarket) => GeneratedQuestion;

/** Of the snapshot, by a filter: another way than the tool's. */
const bySnapshot =
  (what: 'person' | 'issuer', tool: 'holdings_as_of' | 'who_holds'): Maker =>
  (about) => ({
    tool,
    args: { [what]: about[what], asOf: about.asOf, knownAt: about.knownAt },
    query: `query ($asOf: Date!, $knownAt: DateTime!, $id: ID!, $after: String) {
      snapshot(asOf: $asOf, knownAt: $knownAt) {
        holdings(filter: { ${what}: $id }, first: 100, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } ${HELD} } } }`,
    variables: {
      asOf: about.asOf,
      knownAt: about.knownAt,
      id: idOf(what === 'person' ? 'Person' : 'Issuer', about[what]),
    },
    said: ({ holdings: held }) => held.map(heldOf).map((each: unknown) => JSON.stringify(each)),
    wanted: ({ snapshot }) =>
      snapshot.holdings.nodes.map(heldOf).map((each: unknown) => JSON.stringify(each)),
    isUnordered: true,
    total: ({ snapshot }) => snapshot.holdings.totalCount,
  });

const trades: Maker = (about, random) => {
  const code = random.pick(['P', 'S', 'A', 'M', about.code]);
  const filter = {
    issuers: [idOf('Issuer', about.issuer)],
    codes: [code],
    effectiveFrom: dayAfter(about.date, -200),
    effectiveTo: dayAfter(about.date, 200),
  };
  const { effectiveFrom: from, effectiveTo: to } = filter;
  return {
    tool: 'transactions',
    args: {
      issuer: about.issuer,
      codes: [code],
      from,
      to,
      knownAt: about.knownAt,
      orderBy: 'VALUE',
    },
    query: `query ($filter: TransactionFilter, $knownAt: DateTime!) {
      transactions(filter: $filter, knownAt: $knownAt, orderBy: { by: VALUE }, first: 100) {
        totalCount nodes { position line effectiveOn shares pricePerShare amountAfter } } }`,
    variables: { filter, knownAt: about.knownAt },
    said: ({ transactions }) =>
      transactions.map((each: Any) => [
        each.position,
        each.line,
        each.effectiveOn,
        each.shares,
        each.price,
        each.amountAfter,
      ]),
    wanted: ({ transactions }) =>
      transactions.nodes.map((each: Any) => [
        each.position,
        each.line,
        each.effectiveOn,
        each.shares,
        each.pricePerShare,
        each.amountAfter,
      ]),
    total: ({ transactions }) => transactions.totalCount,
  };
};

const explained: Maker = ({ person, issuer, asOf, knownAt }) => ({
  tool: 'explain_balance',
  args: { person, issuer, asOf, knownAt },
  query: `query ($cik: CIK!, $issuer: ID!, $knownAt: DateTime!) {
    person(by: { cik: $cik }) { holdingHistory(issuer: $issuer, knownAt: $knownAt) {
      account points { effectiveOn amount change reconciliation breakCause source {
        ... on TransactionReported { position } ... on HoldingReported { position } } } } } }`,
  variables: { cik: person, issuer: idOf('Issuer', issuer), knownAt },
  said: ({ explained: of, steps }) => [
    of?.account,
    ...steps.map((each: Any) => [
      each.position,
      each.effectiveOn,
      each.amount,
      each.change,
      each.reconciliation,
      each.breakCause,
    ]),
  ],
  // The account is the tool's choice; its lines are not.
  wanted: ({ person: of, chosen }) => [
    chosen,
    ...(of.holdingHistory.find((each: Any) => each.account === chosen)?.points ?? [])
      .filter((each: Any) => each.effectiveOn <= asOf)
      .toReversed()
      .map((each: Any) => [
        each.source.position,
        each.effectiveOn,
        each.amount,
        each.change,
        each.reconciliation,
        each.breakCause,
      ]),
  ],
});

const changes: Maker = ({ issuer, asOf, knownAt }) => {
  const since = dayAfter(knownAt, -90);
  return {
    tool: 'what_changed',
    args: { issuer, asOf, knownAt, since },
    query: `query ($asOf: Date!, $knownAt: DateTime!, $since: DateTime!, $id: ID!) {
      snapshot(asOf: $asOf, knownAt: $knownAt) {
        changesSince(knownAt: $since, filter: { issuer: $id }, first: 100) { totalCount nodes {
          account before { amount } after { amount } causes { position } } } } }`,
    variables: { asOf, knownAt, since, id: idOf('Issuer', issuer) },
    said: ({ changes: changed }) => changed.map(changeOf),
    wanted: ({ snapshot }) => snapshot.changesSince.nodes.map(changeOf),
    total: ({ snapshot }) => snapshot.changesSince.totalCount,
  };
};
const changeOf = ({ account, before, after, causes }: Any) => [
  account,
  before?.amount ?? null,
  after?.amount ?? null,
  causes.slice(0, 3).map(({ position }: Any) => position),
];

const connected: Maker = ({ person, asOf, knownAt }, random, market) => {
  const to = random.pick([...market.people.keys()]);
  return {
    tool: 'connection',
    args: { from: person, to, asOf, knownAt },
    query: `query ($from: ID!, $to: ID!, $asOf: Date!, $knownAt: DateTime!) {
      connectionPath(from: $from, to: $to, asOf: $asOf, knownAt: $knownAt) {
        steps { from { cik } issuer { cik } to { cik } } } }`,
    variables: { from: idOf('Person', person), to: idOf('Person', to), asOf, knownAt },
    said: ({ steps }) => steps.map(stepOf),
    wanted: ({ connectionPath }) => (connectionPath?.steps ?? []).map(stepOf),
  };
};
const stepOf = ({ from, issuer, to }: Any) => [from.cik, issuer.cik, to.cik];

const filed: Maker = ({ number }) => ({
  tool: 'filing',
  args: { number },
  query: `query ($number: AccessionNumber!) { filing(by: { accessionNumber: $number }) {
    transactions { position line shares pricePerShare amountAfter supersededBy { position } }
    holdings { position line amountAfter supersededBy { position } } } }`,
  variables: { number },
  said: ({ lines }) =>
    lines.map((each: Any) => [
      each.position,
      each.line,
      each.shares,
      each.price,
      each.amountAfter,
      each.supersededBy?.position ?? null,
    ]),
  wanted: ({ filing }) =>
    [...filing.transactions, ...filing.holdings].map((each: Any) => [
      each.position,
      each.line,
      each.shares ?? null,
      each.pricePerShare ?? null,
      each.amountAfter,
      each.supersededBy?.position ?? null,
    ]),
});

const MAKERS: readonly Maker[] = [
  bySnapshot('person', 'holdings_as_of'),
  bySnapshot('issuer', 'holdings_as_of'),
  bySnapshot('issuer', 'who_holds'),
  trades,
  explained,
  changes,
  connected,
  filed,
];

/** The id of somebody known by a CIK: GraphQL's own form. */
function idOf(type: 'Person' | 'Issuer', cik: string): string {
  return Buffer.from(`${type}:${BigInt(cik)}`).toString('base64url');
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

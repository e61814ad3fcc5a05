import { ATTACKS, type Attack } from '../../test/server/attacks.ts';

/** What an attacker does, again and again and several at a time, until it is ended. */
export interface LoadAttack {
  /** How many at a time. */
  readonly atOnce: number;
  readonly kind:
    | 'requests'
    | 'stalled bodies'
    | 'subscribes'
    | 'half messages'
    | 'half messages later';
  /** Of requests, what they send in turns. */
  readonly sent?: readonly Attack[];
}

const asked = (query: string, variables?: object): Attack => ({
  body: JSON.stringify({ query, variables }),
});
const aliases = (count: number, part: (index: number) => string) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${part(index)}`).join(' ')} }`;
const snapshots = (count: number) =>
  asked(
    aliases(
      count,
      (day) =>
        `snapshot(asOf: "2015-01-${String(1 + (day % 28)).padStart(2, '0')}", knownAt: "20${10 + (day % 14)}-01-01T00:00:00Z") { holdings { totalCount } }`,
    ),
  );
const large = (index: number) =>
  `issuer(by: { cik: "0009000001" }) { holdings(asOf: "20${10 + (index % 14)}-06-01", first: 100) { nodes { amount } } }`;

/** The loads that a healthy client stands beside. */
export const LOADS: Readonly<Record<string, LoadAttack>> = {
  'four of 49 counts of snapshots': { atOnce: 4, kind: 'requests', sent: [snapshots(49)] },
  'twelve of 49 counts of snapshots': { atOnce: 12, kind: 'requests', sent: [snapshots(49)] },
  'twelve of ten counts of snapshots': { atOnce: 12, kind: 'requests', sent: [snapshots(10)] },
  'counts of snapshots, one by one': {
    atOnce: 30,
    kind: 'requests',
    sent: Array.from({ length: 28 }, (_, day) =>
      asked(
        `{ snapshot(asOf: "2018-01-${String(day + 1).padStart(2, '0')}") { holdings { totalCount } } }`,
      ),
    ),
  },
  'searches in one request': {
    atOnce: 12,
    kind: 'requests',
    sent: [asked(aliases(49, (at) => `search(text: "jonh smihts ${at}") { totalCount }`))],
  },
  'pages of a large issuer': { atOnce: 12, kind: 'requests', sent: [asked(aliases(20, large))] },
  'clusters and screens': {
    atOnce: 12,
    kind: 'requests',
    sent: [
      asked('{ clusters(within: 400) { totalCount } }'),
      asked('{ transactions(filter: { officerTitle: "chief of" }) { totalCount } }'),
    ],
  },
  'large answers': {
    atOnce: 8,
    kind: 'requests',
    sent: [
      asked(
        '{ people(first: 100) { nodes { name holdings(first: 50) { nodes { amount security { title } issuer { name } } } } } }',
      ),
    ],
  },
  'wrong values in long lists': {
    atOnce: 8,
    kind: 'requests',
    sent: [
      asked(
        'query ($codes: [TransactionCode!]) { transactions(filter: { codes: $codes }) { totalCount } }',
        { codes: Array.from({ length: 60_000 }, () => 'NO_CODE') },
      ),
    ],
  },
  'keys that are none': {
    atOnce: 20,
    kind: 'requests',
    sent: [
      {
        body: '{"query":"{ __typename }"}',
        headers: { authorization: `Bearer il_00000000_${'0'.repeat(64)}` },
      },
    ],
  },
  'every attack that is refused': { atOnce: 4, kind: 'requests', sent: Object.values(ATTACKS) },
  '1,500 stalled bodies': { atOnce: 1_500, kind: 'stalled bodies' },
  'half-sent messages': { atOnce: 300, kind: 'half messages' },
  'half-sent messages after a first': { atOnce: 300, kind: 'half messages later' },
  'a thousand subscribes on one socket': { atOnce: 1, kind: 'subscribes' },
};

import { expect, it, onTestFinished } from 'vitest';
import { invented } from '../../schema/samples.ts';
import { CLIENTS, startServer, WAYS } from '../../support/live-server.ts';
import { parseFiling } from '../../support/parse.ts';
import { type FullFiling, RENDITIONS } from '../../support/renditions.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const REVISED = `subscription Revised($filter: EventFilter, $after: Position) {
  revised(filter: $filter, after: $after) { position atEveryKnownAt revisions {
    before { amount } after { amount } causes { position } } } }`;

interface Revised {
  readonly position: string;
  readonly atEveryKnownAt: boolean;
  readonly revisions: readonly {
    readonly before: { readonly amount: string } | null;
    readonly after: { readonly amount: string } | null;
    readonly causes: readonly { readonly position: string }[];
  }[];
}

it.each(WAYS)(
  '§6 revised says over %s which answer is no longer so, with its event',
  async (way) => {
    const { database, append } = await createTestLedger();
    const samples = Object.entries(invented());
    const isCorrection = ([path]: [string, string]) => path.endsWith('0009000101-23-000005.xml');
    await append(Object.fromEntries(samples.filter((sample) => !isCorrection(sample))));
    const { url } = await startServer(database);
    const client = CLIENTS[way](url);
    onTestFinished(() => client.close());
    const events = client.subscribe({ query: REVISED, variables: { after: '1' } });
    const next = async () => {
      const step = await events.next();
      expect(step.value?.errors).toBeUndefined();
      return (step.value as { data: { revised: Revised } }).data.revised;
    };
    const first = await next();
    expect(first.revisions.every(({ before }) => before === null)).toBe(true);
    expect(first.revisions[0]?.causes.map(({ position }) => position)).toContain(first.position);
    await append(Object.fromEntries(samples.filter(isCorrection)));
    for (;;) {
      const { position, revisions } = await next();
      const [corrected] = revisions.filter(({ before }) => before?.amount === '155000');
      if (corrected === undefined) continue;
      expect(corrected.after?.amount).toBe('155500');
      expect(corrected.causes.map((cause) => cause.position)).toContain(position);
      break;
    }
  },
);

it('§3 revised says what holds at every known-at, of which no earlier answer is left', async () => {
  const { database, append } = await createTestLedger();
  const number = '0009000101-23-000007';
  const xml = sampleDocuments()[`tarnwick/${number}.xml`] ?? '';
  const filing = { ...parseFiling(xml, `${number}.xml`), filedOn: '2023-05-23' } as FullFiling;
  // A page names its owners by names alone.
  const page = new TextDecoder().decode(RENDITIONS['text page'](filing).bytes);
  await append({ [`${number}.txt`]: page });
  const { url } = await startServer(database);
  const client = CLIENTS['server-sent events'](url);
  onTestFinished(() => client.close());
  const events = client.subscribe({ query: REVISED, variables: { after: '1' } });
  await append({ [`tarnwick/${number}.xml`]: xml });
  for (;;) {
    const step = await events.next();
    const { revised } = (step.value as { data: { revised: Revised } }).data;
    if (!revised.atEveryKnownAt) continue;
    expect(revised.revisions).toEqual([]);
    const { rows } = await database.pool.query(
      'SELECT type FROM ledger_event WHERE position = $1',
      [revised.position],
    );
    expect(rows).toEqual([{ type: 'IDENTITY_RESOLVED' }]);
    break;
  }
});

import { describe, expect, it } from 'vitest';
import {
  fetchSubmission,
  listDailyIndexes,
  readCurrentFilings,
  readDailyIndex,
} from '../../../src/sources/edgar/index.ts';
import type { CalendarDate } from '../../../src/values/index.ts';

import { connected } from '../../support/edgar/connected.ts';

describe('a listed submission', () => {
  it('is a document with its number and day; null while it is not there', async () => {
    const { server, client, filings } = await connected([{}, { text: null }]);
    const page = await readCurrentFilings(client, { form: '4', start: 0 });
    const [absent, there] = page?.filings ?? [];
    if (absent === undefined || there === undefined) throw new Error('two filings');
    expect(await fetchSubmission(client, absent)).toBeNull();
    server.fail(/Archives/, { kind: 'page' });
    const document = await fetchSubmission(client, there);
    expect(document).toMatchObject({
      name: '/Archives/edgar/data/9100001/0009000901-24-000001.txt',
      accessionNumber: '0009000901-24-000001',
      filedOn: '2024-05-06',
    });
    expect(Buffer.from(document?.bytes ?? []).toString()).toBe(filings[0]?.text);
  });
});

describe('the daily indexes', () => {
  it('are listed by the quarter, and each lists its day', async () => {
    const { client } = await connected([
      { day: '2024-03-29' },
      { day: '2024-05-06' },
      { day: '2024-05-06', form: '3/A' },
      { day: '2024-05-07' },
    ]);
    const days = await listDailyIndexes(client, '2024-05-20' as CalendarDate);
    expect([...(days?.keys() ?? [])]).toEqual(['2024-05-06', '2024-05-07']);
    const path = days?.get('2024-05-06' as CalendarDate) ?? '';
    const index = await readDailyIndex(client, path);
    if (index.outcome !== 'found') throw new Error(index.outcome);
    expect(index.badLines).toBe(0);
    expect(index.filings.map(({ accessionNumber }) => accessionNumber).sort()).toEqual([
      '0009000901-24-000002',
      '0009000901-24-000003',
    ]);
    for (const filing of index.filings) {
      expect(await fetchSubmission(client, filing)).not.toBeNull();
    }
    expect(await readDailyIndex(client, path, index.validators)).toEqual({
      outcome: 'notModified',
    });
    expect((await listDailyIndexes(client, '2025-05-20' as CalendarDate))?.size).toBe(0);
    expect(
      await readDailyIndex(client, '/Archives/edgar/daily-index/2024/QTR2/form.20240508.idx'),
    ).toEqual({ outcome: 'absent' });
  });
});

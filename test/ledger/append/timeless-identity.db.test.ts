import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/values/index.ts';
import { holdingsOfAll } from '../../support/holdings-of-all.ts';
import { parseFiling } from '../../support/parse.ts';
import { type FullFiling, RENDITIONS, type RenditionName } from '../../support/renditions.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const sample = (number: string, acceptedAt: string, filedOn: string) => {
  const xml = sampleDocuments()[`tarnwick/${number}.xml`] ?? '';
  const filing = parseFiling(xml, `${number}.xml`);
  return { ...filing, filedOn, acceptedAt: acceptedAt as Instant } as FullFiling;
};
/** Signed on 22 May and accepted only the day after. */
const LATE = sample('0009000101-23-000007', '2023-05-23T13:00:01.000Z', '2023-05-23');
const NEXT = sample('0009000101-23-000009', '2023-06-05T20:00:00.000Z', '2023-06-05');
const BETWEEN = '2023-05-23T08:00:00.000Z';

const text = (name: RenditionName, filing: FullFiling) =>
  new TextDecoder().decode(
    (RENDITIONS[name] as (filing: FullFiling) => { bytes: Uint8Array })(filing).bytes,
  );

describe('§3 identity facts are timeless', () => {
  it('when a filing was accepted was so from the beginning, and corrects the answers of every K', async () => {
    const ledger = await createTestLedger();
    const known = (knownAt: string) => holdingsOfAll(ledger.database, '2023-05-31', knownAt);
    await ledger.append({ 'page.txt': text('text page', LATE) });
    expect(await known(BETWEEN)).toHaveLength(2);
    await ledger.append({ [`${LATE.accessionNumber}.txt`]: text('submission', LATE) });
    expect(await known(BETWEEN)).toEqual([]);
    expect(await known(LATE.acceptedAt)).toHaveLength(2);
  });

  it('while a filing that became known after K never changes an answer known at K', async () => {
    const ledger = await createTestLedger();
    const known = () => holdingsOfAll(ledger.database, '2023-05-31', LATE.acceptedAt);
    await ledger.append({ 'page.txt': text('html page', LATE) });
    await ledger.append({ [`${LATE.accessionNumber}.txt`]: text('submission', LATE) });
    const before = await known();
    expect(before).toHaveLength(2);
    for (const name of ['text page', 'data set', 'submission'] as const) {
      await ledger.append({ [`${NEXT.accessionNumber} ${name}`]: text(name, NEXT) });
      expect(await known()).toEqual(before);
    }
  });
});

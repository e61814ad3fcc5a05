import { describe, expect, it } from 'vitest';
import { relationships } from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { parseFiling } from '../../support/parse.ts';
import { PAGE_PRINTS } from '../../support/print/page-prints.ts';
import { printExcerpt, printTables } from '../../support/print/print-data-set.ts';
import { printHtmlPage } from '../../support/print/print-html-page.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const NUMBER = '0009000101-23-000005';
const XML = sampleDocuments()[`tarnwick/${NUMBER}.xml`] ?? '';
const FILING = parseFiling(XML);
const [OWNER] = FILING.reportingOwners;
if (OWNER === undefined) throw new Error('The sample has changed.');

describe('§2 the same filing in another rendition', () => {
  it.each(PAGE_PRINTS)('is recognised, whichever came first: $name', async ({ print }) => {
    const page = { 'page.txt': print(FILING) };
    const numbered = { [`${NUMBER}.xml`]: XML };
    const xmlFirst = await createTestLedger();
    await xmlFirst.append(numbered);
    expect(await xmlFirst.append(page)).toMatchObject([{ outcome: 'alreadyHeld' }]);
    const pageFirst = await createTestLedger();
    await pageFirst.append(page);
    expect(await pageFirst.append(numbered)).toMatchObject([{ outcome: 'alreadyHeld' }]);
  });
});

describe('§2 the same filing in a data set', () => {
  const numbered = parseFiling(XML, `${NUMBER}.xml`);
  const excerpt = (filing: typeof FILING) => ({
    'quarter.zip': printExcerpt(printTables([filing])),
  });
  const filed = { ...numbered, filedOn: '2023-03-08' as CalendarDate };

  it('is recognised by its content where the other has no number', async () => {
    const ledger = await createTestLedger();
    await ledger.append({ 'page.txt': PAGE_PRINTS[1]?.print(FILING) ?? '' });
    expect(await ledger.append(excerpt(filed))).toMatchObject([{ outcome: 'alreadyHeld' }]);
  });

  it('is recognised by its number although a text is cut, whichever came first', async () => {
    const cut = excerpt({ ...filed, remarks: 'Cut off in the midd' });
    const ledger = await createTestLedger();
    await ledger.append({ [`${NUMBER}.xml`]: XML });
    expect(await ledger.append(cut)).toMatchObject([{ outcome: 'alreadyHeld' }]);
    const other = await createTestLedger();
    await other.append(cut);
    expect(await other.append({ [`${NUMBER}.xml`]: XML })).toMatchObject([
      { outcome: 'alreadyHeld' },
    ]);
  });
});

describe('§7 a page names joint filers without a relationship', () => {
  it('which changes nothing of what an earlier filing said', async () => {
    const ledger = await createTestLedger();
    const lead = { ...OWNER, name: 'Brevane Holdings LLC', cik: FILING.issuer.cik };
    const page = printHtmlPage({
      ...FILING,
      periodOfReport: '2023-09-01' as CalendarDate,
      reportingOwners: [lead, OWNER],
      lines: [],
      signatures: [{ name: '/s/ Somebody', date: '2023-09-02' as CalendarDate }],
    });
    await ledger.append({ [`${NUMBER}.xml`]: XML });
    const asked = async () =>
      relationships(
        ledger.database.pool,
        { people: [BigInt(OWNER.cik ?? 0)] },
        { asOf: '2024-01-01' as CalendarDate, knownAt: '2099-01-01T00:00:00.000Z' as Instant },
      );
    const before = await asked();
    expect(before).toHaveLength(1);
    await ledger.append({ 'page.html': page });
    expect(await asked()).toEqual(before);
  });
});

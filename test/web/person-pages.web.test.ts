import { expect, it } from 'vitest';
import { encodeId } from '../../src/schema/index.ts';
import { describeExplorer, openTab, startExplorer } from '../support/explorer.ts';
import { initialStatement } from '../support/initial-statement.ts';
import { openTimes } from '../support/time-field.ts';

const CLASSES = 130;

/**
 * An invented Form 3 of one owner who holds many classes, known at 22:00 New York on 2024-03-04.
 */
const MANY_CLASSES = `<ownershipDocument><documentType>3</documentType>
  <periodOfReport>2024-03-01</periodOfReport>
  <issuer><issuerCik>9000701</issuerCik><issuerName>Classes and Classes Inc</issuerName></issuer>
  <reportingOwner><reportingOwnerId><rptOwnerCik>9000702</rptOwnerCik><rptOwnerName>Numerous Nell</rptOwnerName></reportingOwnerId>
  <reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>
  <nonDerivativeTable>${Array.from(
    { length: CLASSES },
    (_, at) => `<nonDerivativeHolding>
      <securityTitle><value>Series ${String.fromCharCode(65 + (at % 26))}${at} Stock</value></securityTitle>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>${1_000 + at}</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
    </nonDerivativeHolding>`,
  ).join('')}</nonDerivativeTable>
  <ownerSignature><signatureName>N</signatureName><signatureDate>2024-03-04</signatureDate></ownerSignature></ownershipDocument>`;

/** Expects something of what is shown, once it is; a busy machine is no fault of the page. */
const eventually = <Shown>(shown: () => Shown | Promise<Shown>) =>
  expect.poll(shown, { timeout: 20_000 });

describeExplorer('the view of a person with very much to show', () => {
  it('shows 100 lines, and the others when asked; compares them once all are there', async () => {
    const explorer = await startExplorer();
    await explorer.append({ '0009000701-24-000001.xml': MANY_CLASSES });
    const page = await openTab();
    const person = `${explorer.origin}/person/${encodeId('Person', 9_000_702n)}`;
    await page.goto(`${person}?asOf=2024-03-02&knownAt=2024-03-04`);
    const rows = page.getByRole('region', { name: /^Holdings of/ }).getByRole('row', {
      name: /^Series/,
    });
    await page.getByText('compared once all lines are loaded').waitFor();
    expect(await rows.count()).toBe(100);
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText(`all ${CLASSES} lines are the same`).waitFor();
    expect(await rows.count()).toBe(CLASSES);
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
    const amounts = await rows.locator('td.amounts').allTextContents();
    expect(new Set(amounts).size).toBe(CLASSES);
  });

  it('marks all of more than a hundred filings', async () => {
    const explorer = await startExplorer();
    const count = 120;
    const forms = Array.from({ length: count }, (_, at) =>
      initialStatement({
        number: at + 1,
        issuer: 9_000_703,
        owners: [{ cik: 9_000_704 }],
        on: new Date(Date.UTC(2022, 0, 1 + at)).toISOString().slice(0, 10),
        signedOn: new Date(Date.UTC(2022, 0, 3 + at)).toISOString().slice(0, 10),
      }),
    );
    await explorer.append(Object.fromEntries(forms));
    const page = await openTab();
    await page.goto(`${explorer.origin}/person/${encodeId('Person', 9_000_704n)}`);
    await openTimes(page);
    await page.getByRole('img', { name: `${count} filings on the axis of time` }).waitFor();
    await page.getByText('Nothing is known to be held on this day.').waitFor();
    await page.getByText('1 of 1 holds.').waitFor();
    await eventually(() => page.getByText('Form 3, of 2022-01-01, known 2022-01-03').count()).toBe(
      1,
    );
  });

  it('says former names, and from when to when filings used them', async () => {
    const explorer = await startExplorer();
    const renamed = MANY_CLASSES.replace('Numerous Nell', 'Numerous-Vane Nell')
      .replaceAll('2024-03-0', '2024-04-0')
      .replace('<documentType>3<', '<documentType>5<');
    await explorer.append({
      '0009000701-24-000001.xml': MANY_CLASSES,
      '0009000701-24-000002.xml': renamed,
    });
    const page = await openTab();
    await page.goto(`${explorer.origin}/person/${encodeId('Person', 9_000_702n)}`);
    await page.getByRole('heading', { level: 1, name: /Numerous-Vane/ }).waitFor();
    const former = page.getByText('Also filed as');
    expect(await former.textContent()).toBe(
      'Also filed as Numerous Nell (2024-03-04 to 2024-03-04)',
    );
  });

  it('is worked by touch', async () => {
    const explorer = await startExplorer();
    const page = await openTab({ hasTouch: true, viewport: { width: 360, height: 800 } });
    await page.goto(`${explorer.origin}/person/${encodeId('Person', 9_000_201n)}`);
    await openTimes(page);
    const asOf = page.getByRole('slider', { name: 'As of', exact: true });
    const box = await asOf.boundingBox();
    if (box === null) throw new Error('The slider is not shown.');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await eventually(() => new URL(page.url()).searchParams.get('asOf') ?? 'none').toBe(
      await asOf.getAttribute('aria-valuetext'),
    );
    await page.getByRole('textbox', { name: 'As of', exact: true }).waitFor();
    expect(await asOf.inputValue()).not.toBe(await asOf.getAttribute('max'));
  });
});

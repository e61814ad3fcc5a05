import { expect, it } from 'vitest';
import { encodeId } from '../../src/schema/index.ts';
import { describeExplorer, openExplorer } from '../support/explorer.ts';
import { heldLines, timeSlider, timesOf } from '../support/person-page.ts';
import { openTimes, timeField } from '../support/time-field.ts';

const VARNHAGEL = encodeId('Person', 9_000_201n);

describeExplorer('the two times of a person', () => {
  it('is moved along both times by keyboard, and its address with it', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-15`);
    await openTimes(page);
    const direct = async () => (await heldLines(page))[0];
    await expect.poll(direct).toBe('directly 155,500');
    await timeSlider(page, 'Known at').press('ArrowLeft');
    await expect.poll(direct).toBe('directly 155,000 now known: 155,500');
    expect(timesOf(page)).toEqual(['2023-03-07', '2023-03-14']);
    await timeSlider(page, 'As of').press('ArrowLeft');
    await expect.poll(() => heldLines(page)).toEqual(['directly 153,000']);
    expect(timesOf(page)).toEqual(['2023-03-06', '2023-03-14']);
    await timeSlider(page, 'Known at').press('End');
    await expect.poll(() => timesOf(page)).toEqual(['2023-03-06', null]);
    expect(await timeSlider(page, 'Known at').getAttribute('aria-valuetext')).toBe('Now');
    expect(await timeSlider(page, 'As of').getAttribute('aria-valuetext')).toBe('2023-03-06');
  });

  it('is moved from filing to filing, to an exact day, and by mouse', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`);
    await openTimes(page);
    await page.getByRole('button', { name: 'Known at: the filing after' }).click();
    await expect.poll(() => timesOf(page)).toEqual(['2023-03-07', '2023-03-15']);
    await page.getByRole('button', { name: 'Known at: the filing before' }).click();
    await expect.poll(() => timesOf(page)).toEqual(['2023-03-07', '2023-03-08']);
    await timeField(page, 'As of').pressSequentially('x');
    expect(timesOf(page)[0]).toBe('2023-03-07');
    await timeField(page, 'As of').fill('2023-02-30');
    expect(await timeField(page, 'As of').getAttribute('aria-invalid')).toBe('true');
    await timeField(page, 'As of').fill('2023-03-06');
    await expect.poll(() => timesOf(page)).toEqual(['2023-03-06', '2023-03-08']);
    await expect.poll(() => heldLines(page)).toEqual(['directly 153,000']);
    const box = await timeSlider(page, 'As of').boundingBox();
    if (box === null) throw new Error('The slider is not shown.');
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => timeSlider(page, 'As of').getAttribute('aria-valuetext')).toBe('Today');
    await expect.poll(() => timesOf(page)[0]).not.toBe('2023-03-06');
  });

  it('marks the filings on the axis: form, and the days', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}`);
    await openTimes(page);
    const axis = page.getByRole('img', { name: '3 filings on the axis of time' });
    await axis.waitFor();
    const titles = await page.evaluate<string[]>(
      "[...document.querySelectorAll('summary + div svg[role=img] title')].map((title) => title.textContent)",
    );
    expect(titles.sort()).toEqual([
      'Form 4, of 2023-03-06, known 2023-03-08',
      'Form 4, of 2023-08-15, known 2023-08-17',
      'Form 4/A, of 2023-03-06, known 2023-03-15',
    ]);
  });
});

import { expect, it } from 'vitest';
import { describeExplorer, openExplorer } from '../support/explorer.ts';

const idOf = (type: 'Issuer' | 'Person', cik: number) =>
  Buffer.from(`${type}:${cik}`).toString('base64url');

/** The views, each with the number for which it is opened. */
const VIEWS = [
  ['/', '$3,616'],
  ['/?show=sells&sort=value', '$186,750'],
  ['/TWKX?asOf=2023-12-31', '245,880'],
  ['/person/9000201?asOf=2023-03-07&knownAt=2023-03-10', '220,000'],
  ['/filing/0009000101-23-000012', '$314,350'],
  [`/compare?of=${idOf('Person', 9_000_201)}&asOf=2023-12-31&fromAsOf=2023-03-07`, /^[1-9]$/],
  [`/graph/${idOf('Issuer', 9_000_101)}?asOf=2023-12-31`, 'President and CEO'],
  [`/path?from=${idOf('Person', 9_000_201)}&to=${idOf('Person', 9_000_203)}`, /^Degree|No path/],
  ['/live', /^Live\. 0 arrived/],
  ['/ledger', 'Position'],
] as const;

describeExplorer('the first screen of a telephone', () => {
  it('has the main number of each view, at 360 px', async () => {
    const viewport = { width: 360, height: 740 };
    const { page, explorer } = await openExplorer('/', { viewport });
    for (const [path, number] of VIEWS) {
      await page.goto(`${explorer.origin}${path}`);
      const shown = page.locator('main').getByText(number).filter({ visible: true }).first();
      await shown.waitFor();
      const box = await shown.boundingBox();
      expect((box?.y ?? Number.NaN) + (box?.height ?? 0), path).toBeLessThanOrEqual(
        viewport.height,
      );
      expect((box?.x ?? Number.NaN) + (box?.width ?? 0), path).toBeLessThanOrEqual(viewport.width);
    }
  });
});

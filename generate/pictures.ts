import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type RunningPage, withRunningPage } from '../test/support/running-page.ts';

/**
 * Takes pictures of every view of the samples, light and dark, on a wide and a narrow screen, and
 * lays them on a sheet for a reviewer: `npm run pictures`. Those of the README and the guide are
 * committed.
 */

const PICTURES = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const ALL = `${PICTURES}all/`;

interface Shot {
  readonly name: string;
  /** The path of the view; ids of those who are searched for stand in it. */
  readonly path: (idOf: (text: string) => Promise<string>) => Promise<string> | string;
  /** A text of the view, once it is there. */
  readonly shows: string;
  /** Whether the README or the guide has it. */
  readonly isKept?: true;
  /** Whether it goes on listening, so that its network is never idle. */
  readonly listens?: true;
}

const SHOTS: readonly Shot[] = [
  { name: 'home', path: () => '/?show=buys&sort=value', shows: 'Holds after', isKept: true },
  {
    name: 'person',
    path: () => '/person/9000201?asOf=2023-03-07&knownAt=2023-03-10',
    shows: '155,500',
    isKept: true,
  },
  { name: 'issuer', path: () => '/TWKX?asOf=2023-12-31', shows: 'Imre T Varnhagel', isKept: true },
  { name: 'filing', path: () => '/filing/0009000101-23-000012', shows: '$186,750', isKept: true },
  {
    name: 'compare',
    path: async (idOf) =>
      `/compare?of=${await idOf('Varnhagel')}&asOf=2023-12-31&fromAsOf=2023-03-07`,
    shows: '150,500',
    isKept: true,
  },
  {
    name: 'graph',
    path: async (idOf) => {
      const [middle = '', ...opened] = await Promise.all(
        ['Okonjo', 'Tarnwick', 'Ostrelle'].map(idOf),
      );
      return `/graph/${middle}?asOf=2024-02-01&open=${encodeURIComponent(opened.join())}`;
    },
    shows: 'Teodor V Smallbrook',
    isKept: true,
  },
  {
    name: 'path',
    path: async (idOf) =>
      `/path?from=${await idOf('Varnhagel')}&to=${await idOf('Smallbrook')}&asOf=2024-02-01`,
    shows: 'Maribeth Okonjo-Pell',
  },
  { name: 'live', path: () => '/live', shows: 'Live. 0 arrived', listens: true },
  { name: 'ledger', path: () => '/ledger', shows: 'hold every event' },
  { name: 'not-found', path: () => '/nowhere', shows: 'There is nothing here' },
];

const WIDTHS = [1440, 390] as const;
const SCHEMES = ['light', 'dark'] as const;

async function take({ origin, browser, idOf }: RunningPage, shot: Shot): Promise<void> {
  const path = await shot.path(idOf);
  for (const width of WIDTHS) {
    const page = await browser.newPage({
      viewport: { width, height: width === 390 ? 844 : 900 },
      reducedMotion: 'reduce',
    });
    await page.goto(`${origin}${path}`);
    await page.getByText(shot.shows).first().waitFor({ state: 'attached' });
    if (shot.listens !== true) await page.waitForLoadState('networkidle');
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${ALL}${shot.name}-${width}-${colorScheme}.png` });
      if (shot.isKept && width === 1440 && colorScheme === 'light') {
        await page.screenshot({ path: `${PICTURES}${shot.name}.png` });
      }
    }
    await page.close();
  }
  console.log(shot.name);
}

/** All of them on one page, a view a row. */
function sheet(): string {
  const picture = (name: string) =>
    `<a href="${name}.png"><img src="${name}.png" alt="${name}"></a>`;
  const rows = SHOTS.map(({ name }) => {
    const each = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => `${name}-${width}-${scheme}`));
    return `<h2>${name}</h2><p>${each.map(picture).join('\n')}</p>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Pictures of every view</title>
<style>body { font-family: sans-serif } p { display: flex; gap: 8px } img { height: 420px; border: 1px solid }</style>
${rows.join('\n')}
`;
}

await mkdir(ALL, { recursive: true });
await withRunningPage(async (running) => {
  for (const shot of SHOTS) await take(running, shot);
});
await writeFile(`${ALL}index.html`, sheet());

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type RunningPage, withRunningPage } from '../test/support/running-page.ts';

/** Takes the README's pictures from a running page of the samples: `npm run pictures`. */

const PICTURES = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

interface Shot {
  readonly name: string;
  /** Who or what is searched for, to find the id of the view. */
  readonly search: string;
  readonly view: (id: string, opened: string) => string;
  /** Who or what else is opened in a graph. */
  readonly opens?: readonly string[];
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** A text of the view, once it is there. */
  readonly shows: string;
}

const SHOTS: readonly Shot[] = [
  {
    name: 'person',
    search: 'Varnhagel',
    view: (id) => `/person/${id}?asOf=2023-03-07&knownAt=2023-03-10`,
    height: 1200,
    shows: '155,500',
  },
  {
    name: 'issuer',
    search: 'Tarnwick',
    view: (id) => `/issuer/${id}?asOf=2023-12-31`,
    height: 1200,
    shows: 'Imre T Varnhagel',
  },
  {
    name: 'graph',
    search: 'Okonjo',
    view: (id, opened) => `/graph/${id}?asOf=2024-02-01&open=${opened}`,
    opens: ['Tarnwick', 'Ostrelle'],
    height: 1200,
    colorScheme: 'dark',
    shows: 'Teodor V Smallbrook',
  },
];

async function take({ origin, browser, idOf }: RunningPage, shot: Shot): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: shot.height },
    colorScheme: shot.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  });
  const [id = '', ...opened] = await Promise.all([shot.search, ...(shot.opens ?? [])].map(idOf));
  const path = shot.view(encodeURIComponent(id), encodeURIComponent(opened.join(',')));
  await page.goto(`${origin}${path}`);
  await page.getByText(shot.shows).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${PICTURES}${shot.name}.png` });
  await page.close();
  console.log(`docs/pictures/${shot.name}.png`);
}

await mkdir(PICTURES, { recursive: true });
await withRunningPage(async (running) => {
  for (const shot of SHOTS) await take(running, shot);
});

/** What is read of a view by whoever has only its address, as a chat that previews links. */
export interface DescribedView {
  readonly title: string;
  readonly description: string;
  /** The folder of `web/src` whose script shows it; the page's own where left out. */
  readonly module?: string;
}

const SITE =
  'What insiders bought, sold and held, from SEC Forms 3, 4 and 5, as known at any time.';

/** Views by their paths. A ticker is in capitals: the server's own paths are in lower case. */
const VIEWS: readonly (readonly [RegExp, (name: string) => DescribedView])[] = [
  [/^\/$/, () => ({ title: 'Insider trades', description: SITE })],
  [/^\/([A-Z][A-Z0-9.-]{0,9})$/, (ticker) => issuer(ticker)],
  [/^\/issuer\/([^/]+)$/, (name) => issuer(shown(name, 'an issuer'))],
  [
    /^\/person\/([^/]+)$/,
    (name) => ({
      title: `Insider ${shown(name, '')}`.trim(),
      description: 'What one insider holds, bought and sold, issuer by issuer, on any day.',
      module: 'person',
    }),
  ],
  [
    /^\/filing\/([^/]+)$/,
    (number) => ({
      title: `Filing ${shown(number, '')}`.trim(),
      description: 'A Form 3, 4 or 5, line by line, beside the document as it was filed.',
      module: 'filing',
    }),
  ],
  [
    /^\/graph\/[^/]+$/,
    () => ({ title: 'Graph', description: 'Who is an insider of whom.', module: 'graph' }),
  ],
  [
    /^\/compare$/,
    () => ({ title: 'Compare', description: 'What differs between two times.', module: 'compare' }),
  ],
  [
    /^\/path$/,
    () => ({ title: 'Path', description: 'What connects two insiders.', module: 'graph' }),
  ],
  [
    /^\/live$/,
    () => ({ title: 'Live', description: 'Insider trades as they are filed.', module: 'live' }),
  ],
  [
    /^\/ledger$/,
    () => ({
      title: 'Ledger',
      description: 'What the ledger holds, and its hash.',
      module: 'ledger',
    }),
  ],
];

/** What a path is the view of; null where no view has it. */
export function describeView(path: string): DescribedView | null {
  for (const [pattern, describe] of VIEWS) {
    const found = pattern.exec(path);
    if (found !== null) return describe(found[1] ?? '');
  }
  return null;
}

function issuer(name: string): DescribedView {
  return {
    title: `Insiders of ${name}`,
    description: `What the insiders of ${name} hold, bought and sold, on any day, as known then.`,
    module: 'issuer',
  };
}

/** A ticker, a CIK or an accession number says something to people; an id does not. */
function shown(name: string, otherwise: string): string {
  return /^(?:[A-Z][A-Z0-9.-]{0,9}|[\d-]{1,20})$/.test(name) ? name : otherwise;
}

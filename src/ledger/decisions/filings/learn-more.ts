import type { Rendition } from '../../../parser/index.ts';
import type { EventBody, FilingReading } from '../../events/index.ts';
import type { HeldFilingState, LearnedFiling } from './held-filing.ts';
import { addsToReadings, type FilingReadings, mergeReadings } from './merge-readings.ts';
import { placeLines } from './place-lines.ts';
import { lineReported } from './receive-filing.ts';

/**
 * What a further document of a held filing adds: one IdentityResolved with all that it tells, and
 * an event for each line that it alone has, as where a data set lacks rows. Null where it adds
 * nothing; "conflict" where the richest of all lacks a line that another has, for then one of them
 * is no document of this filing (docs/domain.md §2).
 */
export function learnMore(
  held: HeldFilingState,
  reading: FilingReading,
): LearnedFiling | 'conflict' | null {
  const readings: FilingReadings = [...held.readings, reading];
  const merged = mergeReadings(readings);
  const lacks = readings.some(
    ({ filing }) => placeLines(filing.lines, merged.filing.lines).left.length > 0,
  );
  if (lacks) return 'conflict';
  if (!addsToReadings(held.readings, reading)) return null;
  const kinds = held.lines.map(({ sequence, line: { kind, table } }) => ({
    sequence,
    kind,
    table,
  }));
  const { placed, added } = placeLines(kinds, merged.filing.lines);
  const resolved: EventBody = {
    type: 'IDENTITY_RESOLVED',
    payload: {
      subject: 'filing',
      from: held.stream,
      to: merged.filing.accessionNumber ?? held.stream,
      evidence: evidence(held.merged, merged, reading.rendition),
      told: reading,
    },
  };
  const lines = [
    ...placed.map(({ held: { sequence }, line }) => ({ sequence, line })),
    ...added.map((line, index) => ({ sequence: held.sequence + 1 + index, line })),
  ];
  return { bodies: [resolved, ...added.map(lineReported)], readings, merged, lines };
}

const WORDS: Readonly<Record<Rendition, string>> = {
  'submission-text': 'the full submission text',
  'ownership-xml': 'ownership XML',
  'html-page': 'an HTML page',
  'text-page': 'a text page',
  'data-set': 'a data set',
};

/** What a document tells that was not known before, in words. */
export function evidence(
  before: FilingReading,
  after: FilingReading,
  rendition: Rendition,
): string {
  const learned = LEARNED.filter(([, part]) => part(before) !== part(after)).map(([name]) => name);
  const what = learned.length === 0 ? 'no more than the others do' : learned.join(', ');
  return `the same filing in ${WORDS[rendition]}, which tells ${what}`;
}

const LEARNED: readonly (readonly [string, (reading: FilingReading) => string | null])[] = [
  ['the accession number', ({ filing }) => filing.accessionNumber],
  ['the issuer’s CIK', ({ filing }) => filing.issuer.cik],
  ['CIKs of owners', ({ filing }) => filing.reportingOwners.map(({ cik }) => cik).join()],
  ['the filing date', ({ filing }) => filing.filedOn],
  ['the acceptance time', ({ filing }) => filing.acceptedAt],
  ['facts of the header', ({ filing }) => JSON.stringify(filing.issuer.headerFacts ?? null)],
  ['owners in more detail', ({ filing }) => detail(filing.reportingOwners)],
  ['lines in more detail', ({ filing }) => JSON.stringify(filing.lines)],
  ['notes in more detail', ({ filing }) => JSON.stringify([filing.footnotes, filing.remarks])],
];

function detail(owners: FilingReading['filing']['reportingOwners']): string {
  return JSON.stringify(owners.map((owner) => ({ ...owner, cik: null })));
}

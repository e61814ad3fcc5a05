import { canonicalJson, type EventBody, type Telling } from '../../events/index.ts';
import type { HeldFilingState, LearnedFiling } from './held-filing.ts';
import { matchReading } from './match-reading.ts';
import { mergeTellings, parserOf, type Tellings } from './merge-tellings.ts';
import { withReading } from './readings.ts';
import { lineReported } from './receive-filing.ts';

/**
 * What a new reading of bytes that a filing was read from changes: one FilingReread, and an event for each
 * line that is new or has another cell. Null where it says the same, or the bytes were read by a parser no
 * older (docs/domain.md §4).
 */
export function rereadFiling(held: HeldFilingState, telling: Telling): LearnedFiling | null {
  const earlier = held.tellings.filter(({ sourceHash }) => sourceHash === telling.sourceHash);
  if (earlier.some((each) => parserOf(each) >= parserOf(telling))) return null;
  if (isReadAlike(held.tellings, telling)) return null;
  const tellings = withReading(held.tellings, telling);
  const told = mergeTellings(tellings);
  const next = held.sequence + 1;
  const { lines, fresh, replaced, added, takenBack } = matchReading(held.lines, told.filing.lines, {
    next,
  });
  const reread: EventBody = {
    type: 'FILING_REREAD',
    payload: {
      told: telling,
      previousParser: earlier[0]?.parser ?? null,
      lines: lines.map(({ sequence }) => sequence),
      replaced,
      added,
      takenBack,
    },
  };
  return { bodies: [reread, ...fresh.map(lineReported)], tellings, told, lines };
}

/** Whether tellings say of a document what a reading of the same bytes says; so where they have none. */
export function isReadAlike(tellings: Tellings, telling: Telling): boolean {
  const [first, ...others] = tellings.filter(({ sourceHash }) => sourceHash === telling.sourceHash);
  return first === undefined || said(mergeTellings([first, ...others])) === said(telling);
}

/** All that a reading says: by which parser, and of which of several bytes, apart. */
function said({ filing, knownAt, knownAtBasis, fingerprint, rendition }: Telling): string {
  return canonicalJson({ filing, knownAt, knownAtBasis, fingerprint, rendition });
}

import type { FiledIssuer, FiledLine, FiledOwner } from '../../../parser/index.ts';
import type { EventBody, FilingReading } from '../../events/index.ts';
import { foldName } from '../identities/index.ts';
import { lineText } from './fingerprint.ts';
import type { HeldFilingState, LearnedFiling } from './held-filing.ts';
import { evidence } from './learn-more.ts';
import { matchReading } from './match-reading.ts';
import { mergeReadings, readsLinesBetter } from './merge-readings.ts';
import { withoutConflicting } from './readings.ts';
import { lineReported } from './receive-filing.ts';

/**
 * Settles that a document has other content than the filing held under its number, where it may: it
 * is of a rendition that tells lines better, has every line that is held, and the same form, issuer
 * and owners. It then takes the place of what it conflicts with. Null elsewhere: the conflict
 * stands (docs/domain.md §2).
 */
export function settleConflict(
  held: HeldFilingState,
  reading: FilingReading,
): LearnedFiling | null {
  const { filing } = reading;
  const before = held.merged.filing;
  const isAbout =
    before.form === filing.form &&
    isSame(before.issuer, filing.issuer) &&
    haveSame(before.reportingOwners, filing.reportingOwners);
  if (!isAbout || !readsLinesBetter(reading, held.merged)) return null;
  const readings = withoutConflicting(held.readings, reading);
  const merged = mergeReadings(readings);
  const cells = (line: FiledLine) => lineText(line, filing.form);
  const next = held.sequence + 1;
  const { lines, fresh, replaced, takenBack } = matchReading(held.lines, merged.filing.lines, {
    next,
    cells,
  });
  if (replaced.length + takenBack.length > 0) return null;
  const resolved: EventBody = {
    type: 'IDENTITY_RESOLVED',
    payload: {
      subject: 'filing',
      from: held.stream,
      to: merged.filing.accessionNumber ?? held.stream,
      evidence: evidence(held.merged, merged, reading.rendition),
      told: reading,
      lines: lines.map(({ sequence }) => sequence),
    },
  };
  return { bodies: [resolved, ...fresh.map(lineReported)], readings, merged, lines };
}

type Named = Pick<FiledIssuer | FiledOwner, 'cik' | 'name'>;

function isSame(a: Named, b: Named): boolean {
  if (a.cik !== null && b.cik !== null) return a.cik === b.cik;
  return foldName(a.name) === foldName(b.name);
}

function haveSame(some: readonly Named[], others: readonly Named[]): boolean {
  if (some.length !== others.length) return false;
  const left = [...others];
  return some.every((one) => {
    const at = left.findIndex((other) => isSame(one, other));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

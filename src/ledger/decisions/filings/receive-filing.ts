import type { FiledLine, Filing, Problem, Rendition } from '../../../parser/index.ts';
import type { EventBody, FilingReading } from '../../events/index.ts';
import { fingerprint } from './fingerprint.ts';
import { decideKnownAt } from './known-at.ts';

/** A filing ready to be appended: its stream and the events it makes. */
export interface ReceivedFiling {
  readonly stream: string;
  readonly reading: FilingReading;
  readonly bodies: readonly EventBody[];
}

/**
 * How a document came: the hash of its bytes, and how it was read, by which parser and with what
 * doubts.
 */
export interface ReadProvenance {
  readonly sourceHash: string;
  readonly rendition: Rendition;
  readonly parser?: number;
  /** Left out where there are none. */
  readonly warnings?: readonly Problem[];
}

/**
 * Decides what a filing becomes: one FilingReceived, then one event a line, in the order listed.
 * Null where nothing says when it became known (docs/domain.md §3, §4).
 */
export function receiveFiling(filing: Filing, provenance: ReadProvenance): ReceivedFiling | null {
  const known = decideKnownAt(filing);
  if (known === null) return null;
  const print = fingerprint(filing);
  const { lines, ...rest } = filing;
  const { knownAt, basis: knownAtBasis } = known;
  return {
    stream: `filing-${filing.accessionNumber ?? print}`,
    reading: { filing, knownAt, knownAtBasis, fingerprint: print, ...provenance },
    bodies: [
      {
        type: 'FILING_RECEIVED',
        payload: { filing: rest, knownAtBasis, fingerprint: print, ...provenance },
      },
      ...lines.map(lineReported),
    ],
  };
}

/** The event of one line. */
export function lineReported(line: FiledLine): EventBody {
  return line.kind === 'transaction'
    ? { type: 'TRANSACTION_REPORTED', payload: line }
    : { type: 'HOLDING_REPORTED', payload: line };
}

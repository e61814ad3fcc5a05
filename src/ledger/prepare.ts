import { createHash } from 'node:crypto';
import { type FiledLine, type ProblemCode, parseDocument } from '../parser/index.ts';
import type { SourceDocument } from '../values/index.ts';
import { lineReported, type ReceivedFiling, receiveFiling } from './decisions/index.ts';
import { canonicalJson, type FilingReceived } from './events/index.ts';
import { packSource, type SourceBytes } from './store/index.ts';

/** Why a document is not in the ledger, and where in it; codes of the parser, and those of what comes before and after it. */
export interface Rejection {
  readonly code: ProblemCode | 'UNREADABLE' | 'NO_KNOWN_AT' | 'CONFLICT' | 'REFUSED_VALUE';
  readonly path: string;
  readonly message: string;
}

/** A document that is not in the ledger, with its problems. */
export interface RejectedDocument {
  readonly outcome: 'rejected';
  readonly name: string;
  readonly problems: readonly Rejection[];
}

/** A document read, all but its place in the ledger: what needs no database is done. */
export interface PreparedDocument {
  readonly outcome: 'prepared';
  readonly name: string;
  readonly received: ReceivedFiling;
  /** The canonical JSON of the payloads of its events. */
  readonly texts: readonly string[];
  readonly source: SourceBytes;
}

/** A received filing by the canonical JSON of its events' payloads, which hold all that it says. */
export function receivedFromTexts({
  stream,
  knownAt,
  texts,
}: Pick<ReceivedFiling, 'stream'> &
  Pick<ReceivedFiling['telling'], 'knownAt'> & {
    readonly texts: readonly string[];
  }): ReceivedFiling {
  const [received, ...lines] = texts.map((text) => JSON.parse(text)) as [
    FilingReceived['payload'],
    ...FiledLine[],
  ];
  const { filing, ...provenance } = received;
  return {
    stream,
    telling: { ...provenance, knownAt, filing: { ...filing, lines } },
    bodies: [{ type: 'FILING_RECEIVED', payload: received }, ...lines.map(lineReported)],
  };
}

/** Parses a document and makes its events, or says why it cannot be. Pure: any thread may do it. */
export function prepareDocument(document: SourceDocument): PreparedDocument | RejectedDocument {
  const { name, bytes } = document;
  const result = parseDocument(document);
  if (!result.ok) return { outcome: 'rejected', name, problems: result.problems };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const received = receiveFiling(result.filing, { sourceHash: hash, rendition: result.rendition });
  if (received === null) {
    const message =
      'No acceptance time, filing date or signature date says when this became known.';
    return {
      outcome: 'rejected',
      name,
      problems: [{ code: 'NO_KNOWN_AT', path: '', message }],
    };
  }
  const texts = received.bodies.map(({ payload }) => canonicalJson(payload));
  return { outcome: 'prepared', name, received, texts, source: packSource(hash, bytes) };
}

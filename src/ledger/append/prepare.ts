import { createHash } from 'node:crypto';
import { packSource, type SourceBytes } from '../../database/index.ts';
import type { Rejection } from '../../desk/index.ts';
import {
  type FiledLine,
  PARSER_VERSION,
  type ParseResult,
  type Problem,
  parseDocument,
} from '../../parser/index.ts';
import type { SourceDocument } from '../../values/index.ts';
import { lineReported, type ReceivedFiling, receiveFiling } from '../decisions/index.ts';
import { canonicalJson, type FilingReceived } from '../events/index.ts';

/** What is known of a document beside its bytes. */
export type Provenance = Omit<SourceDocument, 'bytes'>;

/** A document that is not in the ledger, with its problems. */
export interface RejectedDocument {
  readonly outcome: 'rejected';
  readonly name: string;
  readonly given: Provenance;
  /** Null where the bytes were never had. */
  readonly source: SourceBytes | null;
  readonly problems: readonly Rejection[];
}

/** A document read, all but its place in the ledger: what needs no database is done. */
export interface PreparedDocument {
  readonly outcome: 'prepared';
  readonly name: string;
  readonly given: Provenance;
  readonly received: ReceivedFiling;
  /** The canonical JSON of the payloads of its events. */
  readonly texts: readonly string[];
  readonly source: SourceBytes;
  /** Doubts of the reading. */
  readonly warnings: readonly Problem[];
}

/** A received filing by the canonical JSON of its events' payloads, which hold all that it says. */
export function receivedFromTexts({
  stream,
  knownAt,
  texts,
}: Pick<ReceivedFiling, 'stream'> &
  Pick<ReceivedFiling['reading'], 'knownAt'> & {
    readonly texts: readonly string[];
  }): ReceivedFiling {
  const [received, ...lines] = texts.map((text) => JSON.parse(text)) as [
    FilingReceived['payload'],
    ...FiledLine[],
  ];
  const { filing, ...provenance } = received;
  return {
    stream,
    reading: { ...provenance, knownAt, filing: { ...filing, lines } },
    bodies: [{ type: 'FILING_RECEIVED', payload: received }, ...lines.map(lineReported)],
  };
}

/** What reads documents, and the version of what it makes of them (docs/explanation/parser.md). */
export interface Reader {
  readonly version: number;
  readonly parse: (document: SourceDocument) => ParseResult;
}

/** The parser as it is today. */
export const READER: Reader = { version: PARSER_VERSION, parse: parseDocument };

/** What a document says, or why nothing of it can be held. */
export type ReadDocument =
  | {
      readonly outcome: 'read';
      readonly received: ReceivedFiling;
      /** Doubts of the reading. */
      readonly warnings: readonly Problem[];
    }
  | { readonly outcome: 'rejected'; readonly problems: readonly Rejection[] };

/** Parses a document and makes its events. Pure. */
export function readDocument(document: SourceDocument, reader = READER): ReadDocument {
  return readHashed(document, hashOf(document.bytes), reader);
}

/**
 * Reads a document and packs its bytes, or says why it cannot be held. Pure: any thread may do it.
 */
export function prepareDocument(
  document: SourceDocument,
  reader = READER,
): PreparedDocument | RejectedDocument {
  const { bytes, ...given } = document;
  const { name } = given;
  const hash = hashOf(bytes);
  const source = packSource(hash, bytes);
  const read = readHashed(document, hash, reader);
  if (read.outcome === 'rejected') return { ...read, name, given, source };
  const { received, warnings } = read;
  const texts = received.bodies.map(({ payload }) => canonicalJson(payload));
  return { outcome: 'prepared', name, given, received, texts, source, warnings };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readHashed(document: SourceDocument, sourceHash: string, reader: Reader): ReadDocument {
  const result = reader.parse(document);
  if (!result.ok) return { outcome: 'rejected', problems: result.problems };
  const { filing, rendition, warnings } = result;
  const received = receiveFiling(filing, {
    sourceHash,
    rendition,
    parser: reader.version,
    ...(warnings.length > 0 && { warnings }),
  });
  if (received !== null) return { outcome: 'read', received, warnings };
  return {
    outcome: 'rejected',
    problems: [{ code: 'NO_KNOWN_AT', path: '', message: NO_KNOWN_AT }],
  };
}

const NO_KNOWN_AT =
  'No acceptance time, filing date or signature date says when this became known.';

/** What becomes of a document that could not even be read. */
export function prepareUnread(name: string, reason: string): RejectedDocument {
  return {
    outcome: 'rejected',
    name,
    given: { name, accessionNumber: null, filedOn: null },
    source: null,
    problems: [{ code: 'UNREADABLE', path: '', message: reason }],
  };
}

import { KINDS, type Kind, SENTENCES } from './fault-kinds.ts';

/** A fault of the database, read from an error that it or the way to it gave. */
export interface DatabaseFault {
  /** Whether it passes by itself: then what failed is worth trying again, on a new connection. */
  readonly passes: boolean;
  /** A sentence about it without its full stop, with the error's own words in brackets. */
  readonly what: string;
  /** What somebody has to do before it is worth trying again; null where it passes. */
  readonly remedy: string | null;
}

/** What an error, a part of one or what Prisma makes of one may say. */
interface Said {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  /** Prisma's, where its client could not begin. */
  readonly errorCode?: unknown;
  /** Prisma's driver adapters keep PostgreSQL's own code here. */
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly syscall?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
  readonly cause?: unknown;
}

/** Errors in a chain of causes are few; a longer chain is a circle. */
const DEEPEST = 8;

/**
 * The fault of the database that an error, one of its causes or what Prisma keeps of it shows; null
 * where the error is of another kind. The one place that knows: the API's codes, the command line's
 * sentences and every decision to try again come from it. An append that failed so has left
 * nothing, or all of it: to repeat it is safe (docs/domain.md §4).
 */
export function databaseFault(error: unknown): DatabaseFault | null {
  return faultOf(error, DEEPEST);
}

function faultOf(error: unknown, depth: number): DatabaseFault | null {
  if (typeof error !== 'object' || error === null || depth === 0) return null;
  const said: Said = error;
  // The network failed between this program and EDGAR.
  if (said.name === 'TransientFault') return null;
  const nearer = faultOf(said.meta?.driverAdapterError, depth - 1);
  if (nearer !== null) return nearer;
  const kind = kindOf(said);
  if (kind === null) return faultOf(said.cause, depth - 1);
  const [what, remedy] = kind;
  const words = wordsOf(said);
  return { passes: remedy === null, what: words === '' ? what : `${what} (${words})`, remedy };
}

function kindOf(said: Said): Kind | null {
  for (const code of [said.code, said.errorCode, said.originalCode, said.kind]) {
    if (typeof code !== 'string' || code === '') continue;
    // A file that is not there is no fault of the database; its socket that is not there is one.
    if (code === 'ENOENT') return said.syscall === 'connect' ? KINDS.ECONNREFUSED : null;
    const kind = known(code);
    if (kind !== null) return kind;
  }
  if (said.code !== undefined && said.code !== '') return null;
  const message = textOf(said.message);
  return SENTENCES.find(([sentence]) => sentence.test(message))?.[1] ?? null;
}

/** By the whole code, or by the class of an SQLSTATE, which is its first two characters. */
function known(code: string): Kind | null {
  const kinds: Readonly<Record<string, Kind>> = KINDS;
  return kinds[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? (kinds[code.slice(0, 2)] ?? null) : null);
}

/** The last line: Prisma begins with the source code that called it. */
function wordsOf({ message, originalCode, kind }: Said): string {
  const lines = textOf(message).trim().split('\n');
  return (lines.at(-1) ?? '').trim() || textOf(originalCode ?? kind);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What ails the database, told from an error that it or the way to it gave. */
export interface DatabaseFault {
  /** Whether it passes by itself: then what failed is worth trying again, on a new connection. */
  readonly passes: boolean;
  /** A sentence about it without its full stop. */
  readonly what: string;
  /** What somebody has to do before it is worth trying again; null where it passes. */
  readonly remedy: string | null;
}

type Kind = readonly [what: string, remedy: string | null];

const GONE: Kind = ['The database is gone', null];
const FULL: Kind = ['The disk is full', 'there is room on it'];

/** By SQLSTATE, or by the operating system's code. */
const KINDS: Readonly<Record<string, Kind>> = {
  ECONNRESET: GONE,
  ECONNREFUSED: GONE,
  ECONNABORTED: GONE,
  EPIPE: GONE,
  ETIMEDOUT: GONE,
  EHOSTUNREACH: GONE,
  ENETUNREACH: GONE,
  EAI_AGAIN: GONE,
  '57P01': GONE,
  '57P02': GONE,
  '57P03': ['The database is starting or stopping', null],
  '57P05': GONE,
  '53000': ['The database lacks resources', null],
  '53200': ['The database is out of memory', null],
  '53300': ['The database takes no more connections', null],
  '40001': ['The database undid a transaction that crossed another', null],
  '40P01': ['The database undid a transaction that crossed another', null],
  '55P03': ['The database waited too long for a lock', null],
  '57014': ['The database stopped a statement that took too long', null],
  '25P03': ['The database ended a transaction that stood idle', null],
  '25P04': ['The database ended a transaction that took too long', null],
  '53100': FULL,
  ENOSPC: FULL,
  EDQUOT: FULL,
  '53400': ['A limit that the database was given is reached', 'it is raised'],
  '58030': ['The database cannot read or write its files', 'it can'],
  '25006': [
    'The database is read-only: a standby, or default_transaction_read_only is on',
    'it can be written to, or DATABASE_URL names the one that can',
  ],
};

/** What pg says without a code where a connection ends or is not made in time. */
const LOST =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/**
 * What ails the database where an error, or its cause, says so; null where the error is of another kind.
 * An append that failed so has left nothing, or all of it: to repeat it is safe (docs/domain.md §4).
 */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (!(error instanceof Error)) return null;
  const kind = kindOf(error);
  if (kind === null) return databaseFault(error.cause);
  const [what, remedy] = kind;
  return { passes: remedy === null, what: `${what} (${error.message.trim()})`, remedy };
}

function kindOf(error: Error): Kind | null {
  const code = 'code' in error ? String(error.code) : '';
  // Class 08: connection exceptions.
  if (code.startsWith('08') || (code === '' && LOST.test(error.message))) return GONE;
  return KINDS[code] ?? null;
}

/**
 * A sentence without its full stop, and what has to be done first; null where it passes by itself.
 */
export type Kind = readonly [what: string, remedy: string | null];

const GONE: Kind = ['The database is gone', null];
const CROWDED: Kind = ['The database takes no more connections', null];
const UNDONE: Kind = ['The database undid a transaction that crossed another', null];
const SLOW: Kind = ['The database stopped a statement that took too long', null];
const WAITED: Kind = ['No connection to the database became free in time', null];
const FULL: Kind = ['The disk is full', 'there is room on it'];
const FILES: Kind = ['The database cannot read or write its files', 'it can'];
const REFUSED: Kind = [
  'The database refuses the login',
  'the login and password are those it knows',
];
const ABSENT: Kind = ['The server has no such database', 'DATABASE_URL names one that it has'];
const HANDLES: Kind = ['This process has too many files open', null];
const CLOSED: Kind = ['The database was closed by this process', 'it is started again'];
const TLS: Kind = ['No TLS connection can be made to the database', 'its certificate is accepted'];

/**
 * Every failure that says something of the database and nothing of the question: by the code of the
 * operating system, of Node, by SQLSTATE or its class, by Prisma's code and its driver adapter's
 * kind.
 */
export const KINDS = {
  ECONNRESET: GONE,
  ECONNREFUSED: GONE,
  ECONNABORTED: GONE,
  EPIPE: GONE,
  ENOTCONN: GONE,
  ETIMEDOUT: GONE,
  EHOSTDOWN: GONE,
  EHOSTUNREACH: GONE,
  ENETDOWN: GONE,
  ENETRESET: GONE,
  ENETUNREACH: GONE,
  EADDRNOTAVAIL: GONE,
  ENOTFOUND: GONE,
  EAI_AGAIN: GONE,
  ERR_SOCKET_CLOSED: GONE,
  ERR_STREAM_DESTROYED: GONE,
  ERR_STREAM_WRITE_AFTER_END: GONE,
  EMFILE: HANDLES,
  ENFILE: HANDLES,
  ENOSPC: FULL,
  EDQUOT: FULL,

  // Connection exceptions.
  '08': GONE,
  // The login.
  '28': REFUSED,
  '3D000': ABSENT,
  '25006': [
    'The database is read-only: a standby, or default_transaction_read_only is on',
    'it can be written to, or DATABASE_URL names the one that can',
  ],
  '25P03': ['The database ended a transaction that stood idle', null],
  '25P04': ['The database ended a transaction that took too long', null],
  '40001': UNDONE,
  '40003': GONE,
  '40P01': UNDONE,
  '53': ['The database lacks resources', null],
  '53100': FULL,
  '53200': ['The database is out of memory', null],
  '53300': CROWDED,
  '53400': ['A limit that the database was given is reached', 'it is raised'],
  '55P03': ['The database waited too long for a lock', null],
  // An operator, or a timer, intervened.
  '57': GONE,
  '57014': SLOW,
  '57P03': ['The database is starting or stopping', null],
  '57P04': ABSENT,
  // Its own files.
  '58': FILES,

  P1000: REFUSED,
  P1001: GONE,
  P1002: GONE,
  P1003: ABSENT,
  P1008: SLOW,
  P1010: REFUSED,
  P1011: TLS,
  P1017: GONE,
  P2024: WAITED,
  P2028: ['The database ended a transaction that took too long', null],
  P2034: UNDONE,
  P2037: CROWDED,
  DatabaseNotReachable: GONE,
  ConnectionClosed: GONE,
  SocketTimeout: GONE,
  TooManyConnections: CROWDED,
  TransactionWriteConflict: UNDONE,
  AuthenticationFailed: REFUSED,
  DatabaseAccessDenied: REFUSED,
  DatabaseDoesNotExist: ABSENT,
  TlsConnectionError: TLS,
} as const satisfies Readonly<Record<string, Kind>>;

/** What pg and its pool say without a code. */
export const SENTENCES: readonly (readonly [RegExp, Kind])[] = [
  [/^Connection (?:terminated|ended)/, GONE],
  [/^(?:timeout expired|Query read timeout)/, GONE],
  [/^timeout exceeded when trying to connect/, WAITED],
  [/^Client (?:has encountered a connection error|was closed)/, GONE],
  [/^Cannot use a pool after calling end/, CLOSED],
  [/^There was an error establishing an SSL connection/, GONE],
  [/^The server does not support SSL connections/, TLS],
];

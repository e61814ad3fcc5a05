/** A failure of one try that the next one may not meet. */
export class TransientFault extends Error {
  override readonly name = 'TransientFault';

  constructor(
    message: string,
    /** Whether EDGAR says that it is asked too much. */
    readonly isThrottle = false,
    /** How long EDGAR says to wait, in milliseconds. */
    readonly retryAfterMs: number | null = null,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The fault of a try that ended with an error of the network, or of what undid the compression. */
export function networkFault(error: unknown): TransientFault {
  if (error instanceof TransientFault) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = SAID[code] ?? (message === '' ? code : message);
  return new TransientFault(said, false, null, { cause: error });
}

const SAID: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'the name of the host was not found',
  EAI_AGAIN: 'the name of the host could not be looked up',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer came to a halt',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer was cut',
  Z_BUF_ERROR: 'the compressed answer was cut',
  Z_DATA_ERROR: 'the compressed answer is damaged',
};

import { Anomaly } from '../../values/index.ts';

/** Classes of SQLSTATE that pass without anybody changing anything in the ledger. */
const PASSING = /^(?:08|53|57P|58|40)/;
const READ_ONLY = '25006';
const SAID: Readonly<Record<string, string>> = {
  '25006': 'the database is read-only',
  '53100': 'the disk of the database is full',
  '53300': 'the database has no connection left',
  '57P01': 'the database was shut down',
  '57P03': 'the database is starting',
};
const LOST =
  /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)|Connection terminated|Client was closed|timeout exceeded when trying to connect|Client has encountered a connection error/;

/**
 * What to say of a failure after which it is worth going on: EDGAR or the database is away for now. Null
 * for any other, which is nobody's to wait for.
 */
export function passingFault(error: unknown): string | null {
  if (error instanceof Anomaly) {
    return error.category === 'Unavailable' || error.category === 'Busy' ? error.message : null;
  }
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (PASSING.test(code) || code === READ_ONLY) {
    return sentence(SAID[code] ?? 'the database failed', error);
  }
  // Of several addresses that were tried each has an error of its own.
  if (error instanceof AggregateError && error.errors.some((one) => passingFault(one) !== null)) {
    return sentence('the database cannot be reached', error.errors[0] as Error);
  }
  if (LOST.test(code) || LOST.test(error.message)) {
    return sentence('the connection to the database was lost', error);
  }
  return null;
}

function sentence(said: string, { message }: Error): string {
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} (${message}).`;
}

import type { Database } from '../database/index.ts';
import { openPace } from '../desk/index.ts';
import { createEdgarClient, type EdgarClient } from '../sources/index.ts';
import type { EdgarSettings } from './edgar-config.ts';

/**
 * A client that asks EDGAR at the pace of all processes of the ledger, and says when it has to
 * wait. Incorrect where EDGAR_USER_AGENT does not say who asks.
 */
export function openEdgar(
  { userAgent = '', perSecond, wwwUrl, dataUrl }: EdgarSettings,
  database: Pick<Database, 'pool'>,
  { say, signal }: { readonly say: (line: string) => void; readonly signal: AbortSignal },
): EdgarClient {
  const pace = openPace(database, {
    perSecond,
    waiting: (ms) => say(`EDGAR has asked this ledger to wait; on in ${seconds(ms)}.`),
  });
  return createEdgarClient({
    userAgent,
    pace,
    hosts: { www: wwwUrl, data: dataUrl },
    signal,
    retrying: ({ path, reason, tries, pauseMs }) =>
      say(`EDGAR: ${path}: ${reason}. Try ${tries + 1} in ${seconds(pauseMs)}.`),
  });
}

function seconds(milliseconds: number): string {
  return `${Math.max(1, Math.round(milliseconds / 1_000))} s`;
}

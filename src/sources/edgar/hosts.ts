import { Anomaly } from '../../values/index.ts';

/** Where EDGAR is. */
export interface EdgarHosts {
  /** Archives, feeds, data sets. */
  readonly www: string;
  /** The JSON of submissions. */
  readonly data: string;
}

/** The SEC's own. */
export const SEC_HOSTS: EdgarHosts = { www: 'https://www.sec.gov', data: 'https://data.sec.gov' };

/**
 * The address of a path of EDGAR, below the host that has it. Incorrect where the path would lead
 * anywhere else.
 */
export function addressOf(path: string, hosts: EdgarHosts): URL {
  const base = path.startsWith('/submissions/') ? hosts.data : hosts.www;
  const prefix = base.replace(/\/+$/, '');
  const isPlain = /^\/[^/\\]/.test(path) && !/(?:^|\/)\.\.?(?:\/|$)/.test(path);
  const address = isPlain && URL.canParse(prefix + path) ? new URL(prefix + path) : null;
  if (address === null || !address.href.startsWith(`${new URL(prefix).href.replace(/\/$/, '')}/`)) {
    throw new Anomaly('Incorrect', `${JSON.stringify(path)} is no path of EDGAR.`);
  }
  return address;
}

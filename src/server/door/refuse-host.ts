import type { IncomingMessage } from 'node:http';
import { toContractError } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import { isOneOf } from '../settings/index.ts';
import { withStatus } from './refusal.ts';

/**
 * Refuses, with 421, a request by a name that is none of the server's: a page whose name was led to
 * this machine (DNS rebinding) sends its own.
 */
export function refuseHost(
  { headers }: Pick<IncomingMessage, 'headers'>,
  hosts: readonly string[],
): void {
  if (isOneOf(hosts, headers.host)) return;
  const message = 'This server is not asked by this name; HOSTS lists its names.';
  throw withStatus(toContractError(new Anomaly('Forbidden', message)), 421);
}

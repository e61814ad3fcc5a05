import type { RanStatement } from '../../database/index.ts';
import { type LogLevel, lines } from './log.ts';

/** What logs each SQL statement, at debug; nothing at any other level. */
export function statementLog(level: LogLevel): ((ran: RanStatement) => void) | undefined {
  if (level !== 'debug') return undefined;
  const logger = lines(level);
  return (ran) => logger.debug(ran, 'ran a statement');
}

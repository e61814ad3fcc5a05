import { type Logger, pino, stdSerializers } from 'pino';
import { isOurFailure, type RequestOutcome } from './request-outcome.ts';

/**
 * How much is logged: nothing, what fails, what an operator should see, every request, or SQL too.
 */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** The server's log. */
export interface Log {
  /** A failure of ours, with its cause. */
  readonly failed: (message: string, cause: unknown) => void;
  /** Something that an operator may want to find again: who submitted what. At info. */
  readonly noted: (line: string) => void;
  /** Somebody who was refused for a key that is none, or missing, and where from. At warn. */
  readonly refused: (refusal: {
    readonly why: string;
    readonly address?: string | undefined;
  }) => void;
  /** A request that was answered: at info, or at warn where it was stopped or failed by us. */
  readonly answered: (answered: RequestOutcome) => void;
}

/**
 * Lines of JSON on standard error: time, level, message, and what they are about. No text of a
 * document or of a variable is ever among them, nor a key.
 */
export function jsonLog(level: LogLevel): Log {
  return logTo(lines(level));
}

/** A logger of such lines. */
export function lines(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.errWithCause },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

function logTo(logger: Pick<Logger, 'error' | 'warn' | 'info' | 'isLevelEnabled'>): Log {
  return {
    failed: (message, err) => logger.error({ err }, message),
    noted: (line) => logger.info(line),
    refused: (refusal) => logger.warn(refusal, 'refused'),
    answered: (outcome) => {
      const isOurs = isOurFailure(outcome);
      // Most requests are of no interest, and there are many.
      if (!logger.isLevelEnabled(isOurs ? 'warn' : 'info')) return;
      const { operation, ...answered } = outcome;
      const line = {
        ...answered,
        ms: Math.round(answered.ms * 100) / 100,
        operation: operation?.name ?? null,
        kind: operation?.kind ?? null,
        hash: operation?.hash ?? null,
      };
      if (isOurs) logger.warn(line, 'answered with a failure');
      else
        logger.info(line, answered.from === 'gone' ? 'nobody waited for the answer' : 'answered');
    },
  };
}

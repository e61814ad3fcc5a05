export { jsonLog, type Log, type LogLevel } from './log.ts';
export { Metrics } from './metrics.ts';
export { openTracing, type TracingMode } from './open-tracing.ts';
export { type Readiness, readiness } from './readiness.ts';
export type { Relaying } from './relay-metrics.ts';
export { type RequestOutcome, unawaited } from './request-outcome.ts';
export { statementLog } from './statement-log.ts';
export type { OperationSpan, Tracing } from './tracing.ts';

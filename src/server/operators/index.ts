export { type Answered, unawaited } from './answered.ts';
export { jsonLog, type Log, type LogLevel } from './log.ts';
export { Metrics } from './metrics.ts';
export { openTracing, type TracingMode } from './open-tracing.ts';
export { readiness } from './readiness.ts';
export { statementLog } from './statement-log.ts';
export type { OperationSpan, Tracing } from './tracing.ts';

export { type Answered, unawaited } from './answered.ts';
export { jsonLog, type Log, type LogLevel } from './log.ts';
export { Metrics } from './metrics.ts';
export { readiness } from './readiness.ts';
export { type OperationSpan, openTracing, type Tracing, type TracingMode } from './tracing.ts';

import type { Tracing } from './tracing.ts';

/** What is sent where: nothing, or spans by OTLP over HTTP, as the standard OTEL_ variables say. */
export type TracingMode = 'off' | 'otlp';

/** Opens tracing; null where it is off, and then nothing of OpenTelemetry is loaded. */
export async function openTracing(
  mode: TracingMode,
  failed: (message: string, cause: unknown) => void,
): Promise<Tracing | null> {
  if (mode === 'off') return null;
  const { traceByOtlp } = await import('./otlp-tracing.ts');
  return traceByOtlp(failed);
}

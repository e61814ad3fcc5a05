import {
  type Context,
  DiagLogLevel,
  defaultTextMapGetter,
  diag,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { isOurFailure, type RequestOutcome } from './request-outcome.ts';
import type { OperationSpan, Tracing } from './tracing.ts';

/** So long is tried to send spans: a collector that does not answer keeps no process for longer. */
const PATIENCE_MS = 2_000;

const UNSENT = 'Traces could not be sent';

/**
 * Traces to an OTLP collector. The SDK itself reads the OTEL_ variables: where, what share, as
 * which service. No span holds a value of a document, a variable or a parameter.
 */
export function traceByOtlp(failed: (message: string, cause: unknown) => void): Tracing {
  const ignore = () => undefined;
  const error = (message: string, ...more: unknown[]) =>
    failed(UNSENT, new Error([message, ...more].join(' ')));
  diag.setLogger(
    { error, warn: ignore, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
  const named = resourceFromAttributes({ 'service.name': 'insider-ledger' });
  const provider = new NodeTracerProvider({
    resource: named.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ timeoutMillis: PATIENCE_MS }))],
  });
  const tracer = provider.getTracer('insider-ledger');
  const parents = new W3CTraceContextPropagator();
  return {
    operation: (operation, headers) => {
      const name = operation.name === null ? operation.kind : `${operation.kind} ${operation.name}`;
      const parent = parents.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const span = tracer.startSpan(
        name,
        {
          kind: SpanKind.SERVER,
          attributes: {
            'graphql.operation.type': operation.kind,
            ...(operation.name === null ? {} : { 'graphql.operation.name': operation.name }),
            'insider_ledger.operation.hash': operation.hash,
          },
        },
        parent,
      );
      const within = trace.setSpan(parent, span);
      return {
        statement: statements(tracer, within),
        end: (answered) => {
          span.setAttributes(outcomeOf(answered));
          if (isOurFailure(answered)) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    close: () => provider.shutdown().catch((cause: unknown) => failed(UNSENT, cause)),
  };
}

function statements(tracer: Tracer, within: Context): OperationSpan['statement'] {
  return (text) => {
    const attributes = { 'db.system.name': 'postgresql' };
    const span = tracer.startSpan(firstLine(text), { kind: SpanKind.CLIENT, attributes }, within);
    return (failure) => {
      // Its message may hold a value.
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
  };
}

function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0]?.trim().slice(0, 120) ?? '';
}

function outcomeOf({ requestId, cost, from, codes, status }: RequestOutcome) {
  return {
    'insider_ledger.request.id': requestId,
    'insider_ledger.operation.cost': cost,
    'insider_ledger.answer.from': from,
    'insider_ledger.answer.codes': [...codes],
    'http.response.status_code': status,
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { inventedForm4s } from '../schema/invented.ts';
import { startServerProcess } from '../support/server-process.ts';
import { createTestLedger } from '../support/test-ledger.ts';

type Value = {
  readonly stringValue?: string;
  readonly intValue?: number;
  readonly arrayValue?: object;
};

interface Attribute {
  readonly key: string;
  readonly value: Value;
}

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code?: number };
}

interface Traces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

const SERVER = 2;
const CLIENT = 3;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

/** Takes spans by OTLP over HTTP, in JSON. */
async function startCollector() {
  const spans: Span[] = [];
  const services = new Set<string | undefined>();
  let body = '';
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      body += text;
      for (const { resource, scopeSpans } of (JSON.parse(text) as Traces).resourceSpans) {
        services.add(attributeIn(resource.attributes, 'service.name')?.stringValue);
        for (const scope of scopeSpans) spans.push(...scope.spans);
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void collector.close());
  const { port } = collector.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, spans, services, body: () => body };
}

/** Takes connections, and says nothing on them. */
async function startSilent(): Promise<string> {
  const silent = createServer(() => undefined);
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void silent.close());
  return `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
}

const attributeIn = (attributes: readonly Attribute[], name: string) =>
  attributes.find(({ key }) => key === name)?.value;

const QUERY =
  'query Search($text: String!) { search(text: $text) { totalCount nodes { __typename } } }';

/** A server process that traces, and what asks it for a text. */
async function serving(env: Record<string, string>) {
  const { append, adminUrl } = await createTestLedger();
  await append(inventedForm4s(1));
  const server = await startServerProcess(adminUrl, env);
  const ask = async (query: string, variables = {}) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${PARENT}-01` },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  };
  const end = () => {
    server.kill('SIGTERM');
    return server.ended;
  };
  return { ask, end };
}

it('spans of operations and of their statements reach a collector, beneath the client’s, without values', async () => {
  const collector = await startCollector();
  const { ask, end } = await serving({
    TRACING: 'otlp',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_SERVICE_NAME: 'invented-service',
  });
  await ask(QUERY, { text: 'quenby valves' });
  await ask(QUERY, { text: 'quenby valves' });
  expect((await end()).status).toBe(0);

  expect([...collector.services]).toEqual(['invented-service']);
  const operations = collector.spans.filter(({ kind }) => kind === SERVER);
  const attribute = (span: Span | undefined, name: string) =>
    attributeIn(span?.attributes ?? [], name);
  expect(operations).toMatchObject(
    [0, 1].map(() => ({ name: 'query Search', traceId: TRACE, parentSpanId: PARENT })),
  );
  const [asked, kept] = operations;
  expect(attribute(asked, 'graphql.operation.name')).toEqual({ stringValue: 'Search' });
  expect(attribute(asked, 'graphql.operation.type')).toEqual({ stringValue: 'query' });
  expect(attribute(asked, 'insider_ledger.operation.hash')?.stringValue).toHaveLength(43);
  expect(Number(attribute(asked, 'insider_ledger.operation.cost')?.intValue)).toBeGreaterThan(0);
  expect(attribute(asked, 'insider_ledger.answer.from')).toEqual({ stringValue: 'ledger' });
  expect(attribute(kept, 'insider_ledger.answer.from')).toEqual({ stringValue: 'memory' });

  const statements = collector.spans.filter(({ kind }) => kind === CLIENT);
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) {
    expect(statement).toMatchObject({ traceId: TRACE, parentSpanId: asked?.spanId });
    expect(statement.name).toMatch(/^(?:WITH|SELECT) /);
  }
  expect(collector.body()).not.toMatch(/quenby|valves/i);
});

it('what a sampler leaves out is not sent', async () => {
  const collector = await startCollector();
  const { ask, end } = await serving({
    TRACING: 'otlp',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0',
  });
  await ask(QUERY, { text: 'quenby' });
  expect((await end()).status).toBe(0);
  expect(collector.spans).toEqual([]);
});

it.each([
  ['is away', () => Promise.resolve('http://127.0.0.1:9')],
  ['does not answer', startSilent],
])('a collector that %s keeps no answer and no process, and the log has it', async (_, start) => {
  const url = await start();
  const { ask, end } = await serving({ TRACING: 'otlp', OTEL_EXPORTER_OTLP_ENDPOINT: url });
  expect(await ask('{ ledger { events } }')).toMatchObject({ data: { ledger: { events: 2 } } });
  const { status, stderr } = await end();
  expect(status).toBe(0);
  expect(stderr).toContain('"msg":"Traces could not be sent"');
});

it('off, it sends nothing', async () => {
  const collector = await startCollector();
  const { ask, end } = await serving({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  await ask(QUERY, { text: 'quenby' });
  expect((await end()).status).toBe(0);
  expect(collector.body()).toBe('');
});

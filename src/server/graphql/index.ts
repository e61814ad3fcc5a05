export { FIRST_EXAMPLE } from './example-operations.ts';
export { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';
export {
  jsonLog,
  type Log,
  type LogLevel,
  openTracing,
  type TracingMode,
} from './operators/index.ts';
export { type Page, readPage } from './page/index.ts';

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Database } from '../../database/index.ts';
import {
  type ExportedTable,
  exportedHoldings,
  exportedTransactions,
  readConsistently,
} from '../../reads/index.ts';
import { type ExportedList, exportQuestion, schema } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type Beside, letIn, sayRefused, type Visit } from '../beside-graphql.ts';
import type { Execution } from '../execution/index.ts';
import { ReaderGone } from '../reader-gone.ts';
import type { Settings } from '../settings/index.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { ndjson } from './ndjson.ts';

/** What exports are served with. */
interface Served extends Beside {
  readonly settings: Beside['settings'] & Pick<Settings, 'persisted'>;
  readonly database: Database;
  readonly execution: Pick<Execution, 'context'>;
  /** Given when the server closes. */
  readonly closing: AbortSignal;
}

const PATH = /^\/export\/(transactions|holdings)$/;

/** Each holds a connection of the pool for as long as its reader takes. */
const AT_ONCE = 2;
const LONGEST_MS = 300_000;
/** A reader who takes nothing for so long is gone. */
const PAUSE_MS = 30_000;

/**
 * Serves `/export/transactions` and `/export/holdings` as CSV or NDJSON, behind the limits of
 * GraphQL, two at once and five minutes each (docs/guides/export.md). Gives false where the path is
 * another. What fails after its beginning ends the connection: no whole file.
 */
export function serveExports(served: Served): (path: string, visit: Visit) => Promise<boolean> {
  let running = 0;
  return async (path, { request, response }) => {
    const what = PATH.exec(path)?.[1] as ExportedList | undefined;
    if (what === undefined || request.method !== 'GET') return false;
    try {
      const caller = await letIn({ request, response }, served);
      if (served.settings.persisted.only) {
        throw new Anomaly('Forbidden', 'This server takes persisted operations alone.');
      }
      const parameters = new URL(request.url ?? '', 'http://localhost').searchParams;
      const format = formatOf(parameters, request.headers.accept);
      const table = tableOf(
        await exportQuestion(what, parameters, served.execution.context({ caller }), schema),
      );
      if (running >= AT_ONCE) {
        response.setHeader('retry-after', 10);
        throw new Anomaly('Busy', `${AT_ONCE} exports are being written. Ask again later.`);
      }
      running += 1;
      try {
        await write({ what, table, format }, response, served);
      } finally {
        running -= 1;
      }
    } catch (error) {
      if (response.headersSent || response.destroyed) response.destroy();
      else sayRefused(response, error, { shown: served.shown });
    }
    return true;
  };
}

function tableOf(asked: Awaited<ReturnType<typeof exportQuestion>>): ExportedTable {
  if (asked.what === 'transactions') return exportedTransactions(asked.question, asked.order);
  const { issuerId, personId, ...filter } = asked.filter;
  const selection = {
    issuers: issuerId === undefined ? undefined : [issuerId],
    people: personId === undefined ? undefined : [personId],
  };
  return exportedHoldings(asked.viewpoint, selection, filter);
}

/** A way to write, and how HTTP names it. */
interface Written {
  readonly name: 'csv' | 'ndjson';
  readonly mediaType: string;
  readonly format: Format;
}

const MEDIA_TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

/**
 * What the address asks for by `format`, else what the request accepts; CSV where it is all one.
 */
function formatOf(parameters: URLSearchParams, accept = '*/*'): Written {
  const spreadsheetSafe = parameters.get('spreadsheetSafe');
  const asked = parameters.get('format');
  parameters.delete('spreadsheetSafe');
  parameters.delete('format');
  const accepted = accept.split(',').map((one) => one.split(';', 1)[0]?.trim() ?? '');
  const takes = (type: string) =>
    accepted.some((one) => one === type || one === '*/*' || one === `${type.split('/', 1)[0]}/*`);
  const name =
    asked ?? (['csv', 'ndjson'] as const).find((one) => takes(MEDIA_TYPES[one])) ?? accept;
  if (name !== 'csv' && name !== 'ndjson') {
    throw new Anomaly('Incorrect', `format: exports are csv or ndjson, not ${name.slice(0, 100)}.`);
  }
  if (spreadsheetSafe !== null && (name !== 'csv' || !/^(?:true|false)$/.test(spreadsheetSafe))) {
    throw new Anomaly('Incorrect', 'spreadsheetSafe: is true or false, and for csv alone.');
  }
  const format = name === 'csv' ? csv({ spreadsheetSafe: spreadsheetSafe === 'true' }) : ndjson;
  return { name, mediaType: `${MEDIA_TYPES[name]}; charset=utf-8`, format };
}

async function write(
  {
    what,
    table,
    format: { name, mediaType, format },
  }: {
    readonly what: ExportedList;
    readonly table: ExportedTable;
    readonly format: Written;
  },
  response: ServerResponse,
  { database, closing }: Served,
): Promise<void> {
  const headers = {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${what}.${name}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
  const gone = new AbortController();
  const late = new Anomaly('Unavailable', 'The export took too long and was stopped.');
  const limit = setTimeout(() => gone.abort(late), LONGEST_MS).unref();
  response.once('close', () => {
    clearTimeout(limit);
    gone.abort(new ReaderGone());
  });
  const signal = AbortSignal.any([closing, gone.signal]);
  await readConsistently(database, signal, async (reading) => {
    for await (const chunk of format(table.columns, reading.rows(table))) {
      if (!response.headersSent) response.writeHead(200, headers);
      if (response.write(chunk)) continue;
      await once(response, 'drain', {
        signal: AbortSignal.any([signal, AbortSignal.timeout(PAUSE_MS)]),
      });
    }
  });
  // No row of NDJSON is no chunk.
  if (!response.headersSent) response.writeHead(200, headers);
  response.end();
}

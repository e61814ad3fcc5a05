import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { LIMIT_QUERIES } from './limit-queries.ts';

// The limit: no framework, no check of anything, one prepared statement a request.
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
});

interface Asked {
  readonly operation: keyof typeof LIMIT_QUERIES;
  readonly variables: Readonly<Record<string, string | readonly string[]>>;
}

const server = createServer(async (request, response) => {
  try {
    const { operation, variables } = JSON.parse(await bodyOf(request)) as Asked;
    const { rows } = await pool.query<{ body: string }>({
      name: operation,
      text: LIMIT_QUERIES[operation],
      values: Object.values(variables),
    });
    const body = Buffer.from(rows[0]?.body ?? '');
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': body.length,
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});

server.listen(0, '127.0.0.1', () => {
  console.log(`localhost:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}

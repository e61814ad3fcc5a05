import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { QueryConfig } from 'pg';
// biome-ignore lint/correctness/noPrivateImports: Prisma generates a folder, without a door.
import { PrismaClient } from '../../database/records/generated/client.ts';
import type { CancellableQueries } from '../cancellable-queries.ts';
import type { Database } from '../database.ts';

/** Records as Prisma reads them: each as it stands, with what hangs on it. */
export type Records = PrismaClient;

/** Texts that a connection keeps prepared at most. */
const MOST_PREPARED = 256;

const opened = new WeakMap<object, Records>();

/**
 * The records of a database: one client a database, over the pool that is closed with it. What is
 * read for an operation counts as one of its statements: it is traced, and refused once the
 * operation is stopped. PostgreSQL ends it at the pool's time limit.
 */
export function recordsOf({
  pool,
  records,
}: Pick<Database, 'records'> & {
  readonly pool: object | CancellableQueries;
}): Records {
  const connections = records();
  const client = opened.get(connections) ?? openRecords(connections);
  opened.set(connections, client);
  return 'run' in pool ? within(client, pool) : client;
}

type Connections = ReturnType<Database['records']>;

function openRecords(connections: Connections): Records {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size === MOST_PREPARED) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 16);
    names.set(text, name);
    return name;
  };
  const statementNameGenerator = ({ sql }: { readonly sql: string }) => nameOf(sql) as string;
  const adapter = new PrismaPg(withCauses(connections), { statementNameGenerator });
  return new PrismaClient({ adapter, omit: OMITTED }) as unknown as Records;
}

/** The same pool, whose errors Prisma leaves as they are: its own say too little of the fault. */
function withCauses(connections: Connections): Connections {
  const query = (statement: QueryConfig) =>
    connections.query(statement).catch((cause: Error) => {
      throw new Error(cause.message, { cause });
    });
  return Object.create(connections, { query: { value: query } }) as Connections;
}

/**
 * Columns that no field gives: what identities are worked out from. Candidates are read by
 * themselves: joined in JSON, a list of bigint breaks Prisma 7.10.
 */
const OMITTED = {
  filing: {
    stream: true,
    fingerprint: true,
    orderKey: true,
    ownIssuerId: true,
    idOfWords: true,
    issuerName: true,
    issuerFolded: true,
    issuerTicker: true,
    issuerSymbols: true,
    amendmentCandidates: true,
    isOriginalMissing: true,
  },
  filingOwner: { ownPersonId: true, foldedName: true, kind: true },
} as const;

type Read = (args: object) => Promise<unknown>;

/** The same client, each of whose reads is one of a group's statements. */
function within(client: Records, group: CancellableQueries): Records {
  return new Proxy(client, {
    get: (_, model: string) =>
      new Proxy(client[model as 'filing'] as unknown as Readonly<Record<string, Read>>, {
        get: (delegate, action: string) => (args: object) =>
          group.run(`${model}.${action}`, async () => delegate[action]?.(args)),
      }),
  });
}

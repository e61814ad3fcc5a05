import { createHash } from 'node:crypto';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { toContractError } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import { badRequest } from '../door/index.ts';
import type { PersistedOperations } from '../settings/index.ts';
import type { ServerPlugin } from './plugin.ts';

const UNKNOWN = toContractError(
  new Anomaly('NotFound', 'PersistedQueryNotFound: no operation is persisted under it.'),
);
const ONLY = toContractError(
  new Anomaly('Forbidden', 'This server executes persisted operations alone.'),
);
const MISSING = badRequest(400, 'query is missing.');

/**
 * Executes operations by their hash: `documentId`, or `extensions.persistedQuery.sha256Hash`. An
 * operation sent by its text is executed where others than persisted ones are, or it is one of
 * them.
 */
export function usePersisted({ texts, only }: PersistedOperations): (ServerPlugin | Plugin)[] {
  const byHash: ServerPlugin = {
    onParams({ params, setParams }) {
      const { query, ...others } = params;
      if (typeof query !== 'string') return;
      const sha256Hash = createHash('sha256').update(query).digest('hex');
      if (!texts.has(sha256Hash)) return;
      setParams({ ...others, extensions: { persistedQuery: { sha256Hash } } });
    },
  };
  const persisted = usePersistedOperations({
    allowArbitraryOperations: !only,
    extractPersistedOperationId: persistedIdOf,
    getPersistedOperation: (id) => texts.get(id) ?? null,
    customErrors: {
      notFound: () => UNKNOWN,
      keyNotFound: () => MISSING,
      persistedQueryOnly: () => ONLY,
    },
  });
  return only ? [byHash, persisted] : [persisted];
}

/** The text that a message of a WebSocket means, whose parameters Yoga's plugins do not see. */
export function persistedText(params: GraphQLParams, { texts, only }: PersistedOperations): string {
  const id = persistedIdOf(params);
  if (typeof params.query !== 'string') {
    const text = id === null ? undefined : texts.get(id);
    if (text === undefined) throw id === null ? MISSING : UNKNOWN;
    return text;
  }
  if (only && !texts.has(createHash('sha256').update(params.query).digest('hex'))) throw ONLY;
  return params.query;
}

function persistedIdOf(params: GraphQLParams & { readonly documentId?: unknown }): string | null {
  if (typeof params.documentId === 'string') return params.documentId.replace(/^sha256:/, '');
  const hash = params.extensions?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : null;
}

import { allows, hasKeys } from '../desk/index.ts';
import { LARGEST_SUBMISSION, submitFiling } from '../ledger/index.ts';
import { Anomaly } from '../values/index.ts';
import { builder } from './builder.ts';
import { parseRejected } from './errors.ts';
import { LedgerEvent, loadEvent } from './event/index.ts';
import { Filing, loadFiling, ParseWarning, type WarningShape } from './filing/index.ts';
import type { Caller, Context } from './request/index.ts';
import { instantAlone } from './viewpoint.ts';

const SubmitFilingInput = builder.inputType('SubmitFilingInput', {
  description: 'A document to append, and what is known of it from elsewhere.',
  fields: (t) => ({
    document: t.string({
      required: true,
      description: `The document itself, any rendition; ${LARGEST_SUBMISSION / 1_000_000} MB at most.`,
    }),
    accessionNumber: t.field({
      type: 'AccessionNumber',
      description: 'Its number, where the document does not say it; must not contradict it.',
    }),
    filedAt: t.field({
      type: 'DateTime',
      description:
        'When EDGAR accepted it: the knownAt of a document that does not say it itself. Not before 1993, not yet to come.',
    }),
    clientMutationId: t.string({ description: 'Given back as it is.' }),
  }),
});

interface Payload {
  readonly filingId: bigint;
  readonly positions: readonly bigint[];
  readonly appended: boolean;
  readonly warnings: readonly WarningShape[];
  readonly clientMutationId: string | null;
}

const SubmitFilingPayload = builder.objectRef<Payload>('SubmitFilingPayload').implement({
  description: 'What became of a submission.',
  fields: (t) => ({
    filing: t.field({
      type: Filing,
      description: 'The filing that the document is of.',
      resolve: ({ filingId }, _, context, info) => loadFiling(filingId, context, info),
    }),
    events: t.field({
      type: [LedgerEvent],
      description:
        'The events appended, in ledger order; where the ledger already had the filing, all events of it.',
      resolve: ({ positions }, _, context, info) =>
        Promise.all(positions.map((position) => loadEvent(position, context, info))),
    }),
    appended: t.exposeBoolean('appended', {
      description: 'False when the ledger already had it.',
    }),
    warnings: t.field({
      type: [ParseWarning],
      description: 'Doubts of the reading of this document; it is read all the same.',
      resolve: ({ warnings }) => [...warnings],
    }),
    clientMutationId: t.exposeString('clientMutationId', {
      nullable: true,
      description: 'As it was given.',
    }),
  }),
});

builder.mutationType({
  description: 'What can be changed: what the ledger holds, and what is sent of it.',
});

builder.mutationField('submitFiling', (t) =>
  t.field({
    type: SubmitFilingPayload,
    description:
      'Appends one filing in any rendition. Needs an API key with the ingest scope. Idempotent.',
    args: {
      input: t.arg({ type: SubmitFilingInput, required: true, description: 'The document.' }),
    },
    resolve: async (_, { input }, context) => {
      const key = await submitter(context);
      const { document, accessionNumber = null, clientMutationId = null } = input;
      const filedAt = instantAlone(input.filedAt, 'input.filedAt');
      const submission = { document, accessionNumber, filedAt };
      const { database, now, prepare } = context;
      const submitted = await submitFiling(database, submission, now, prepare);
      const { outcome } = submitted;
      if (outcome === 'rejected') {
        context.note(`submitFiling by key ${key}: rejected, ${submitted.problems[0]?.code}`);
        throw parseRejected(submitted.problems);
      }
      const { filingId, positions, warnings } = submitted;
      context.note(`submitFiling by key ${key}: filing ${filingId} ${outcome}`);
      return { filingId, positions, appended: outcome === 'appended', warnings, clientMutationId };
    },
  }),
);

/** The key that may submit, as the log names it. */
async function submitter({ caller, records }: Context): Promise<string> {
  if (caller.kind === 'key') {
    if (allows(caller.scopes, 'INGEST')) return nameOf(caller);
    throw new Anomaly('Forbidden', `The API key ${nameOf(caller)} lacks the scope ingest.`);
  }
  if (await hasKeys(records)) {
    const message = 'submitFiling needs an API key: send it as "Authorization: Bearer il_…".';
    throw new Anomaly('Unauthenticated', message);
  }
  throw new Anomaly(
    'Forbidden',
    'submitFiling is off: this ledger has no API keys. Make one with `insider-ledger key create --name NAME --scope ingest`.',
  );
}

function nameOf({ id, name }: Extract<Caller, { kind: 'key' }>): string {
  return `${id} (${name})`;
}

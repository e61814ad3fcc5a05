import { brandWithType } from '@pothos/core';
import { type EventRow, payloadsAt } from '../ledger/index.ts';
import { builder, type Types } from './builder.ts';
import type { Context } from './context.ts';
import { AmendmentOutcome, MatchEvidence } from './enums.ts';
import { partsAsked } from './event-parts.ts';
import { Filing, loadFiling, loadFilings } from './filing.ts';
import { filingOf, LedgerEvent, loadEvent } from './ledger-event.ts';
import { present } from './loaders.ts';
import { Node } from './node.ts';
import { loadNode } from './nodes.ts';

builder.objectRef<EventRow>('FilingReceived').implement({
  description: 'A filing came to the ledger.',
  interfaces: [LedgerEvent],
  fields: (t) => ({
    filing: t.field({ type: Filing, description: 'The filing received.', resolve: filingOf }),
  }),
});

/** The payload of FilingAmended; positions are decimal text. */
interface Amendment {
  readonly original: string;
  readonly candidates?: readonly string[];
  readonly originalMissing?: boolean;
  readonly outcome: typeof AmendmentOutcome.$inferType;
  readonly superseded: readonly {
    readonly line: string;
    readonly by: string | null;
    readonly evidence?: typeof MatchEvidence.$inferType;
    readonly certain?: boolean;
  }[];
}

const Supersession = builder.objectRef<Amendment['superseded'][number]>('Supersession').implement({
  description:
    'A line that an amendment put out of force; or a line of an unresolved amendment that is left out, since the line beside it states the same.',
  fields: (t) => ({
    line: t.field({
      type: LedgerEvent,
      description: 'The line superseded.',
      resolve: ({ line }, _, context, info) => loadEvent(BigInt(line), context, info),
    }),
    by: t.field({
      type: LedgerEvent,
      nullable: true,
      description: 'The line that takes its place; null where none does.',
      resolve: ({ by }, _, context, info) =>
        by === null ? null : loadEvent(BigInt(by), context, info),
    }),
    evidence: t.field({
      type: MatchEvidence,
      description: 'By what the two are matched.',
      resolve: ({ evidence }) => evidence ?? 'SAME_KEY',
    }),
    certain: t.boolean({
      description: 'Whether nothing else fits as well, and no other cell speaks against it.',
      resolve: ({ certain }) => certain ?? true,
    }),
  }),
});

builder.objectRef<EventRow>('FilingAmended').implement({
  description: 'An amendment was decided: which filing it amends, and which lines it supersedes.',
  interfaces: [LedgerEvent],
  fields: (t) => ({
    filing: t.field({ type: Filing, description: 'The amendment.', resolve: filingOf }),
    original: t.field({
      type: Filing,
      description:
        'The filing amended; where several fit equally, the latest of them; where it is missing, the amendment itself.',
      resolve: async (event, _, context) =>
        loadFiling(BigInt((await payloadOf<Amendment>(event, context)).original), context),
    }),
    candidates: t.field({
      type: [Filing],
      description:
        'Where the outcome is UNRESOLVED, the filings that fit, oldest first; else empty.',
      resolve: async (event, _, context) => {
        const { candidates } = await payloadOf<Amendment>(event, context);
        return loadFilings((candidates ?? []).map(BigInt), context);
      },
    }),
    originalMissing: t.boolean({
      description:
        'The original is not in the ledger: the lines count as lines of an original until it is.',
      resolve: async (event, _, context) =>
        (await payloadOf<Amendment>(event, context)).originalMissing ?? false,
    }),
    outcome: t.field({
      type: AmendmentOutcome,
      description: 'What the amendment did.',
      resolve: async (event, _, context) => (await payloadOf<Amendment>(event, context)).outcome,
    }),
    superseded: t.field({
      type: [Supersession],
      description: 'The lines superseded and by what.',
      resolve: async (event, _, context) => [
        ...(await payloadOf<Amendment>(event, context)).superseded,
      ],
    }),
  }),
});

/** The payload of IdentityResolved. */
interface Resolution {
  readonly subject: 'person' | 'issuer' | 'filing';
  readonly to: string;
  readonly evidence: string;
}

builder.objectRef<EventRow>('IdentityResolved').implement({
  description: 'A provisional person, issuer or filing got its real id.',
  interfaces: [LedgerEvent],
  fields: (t) => ({
    subject: t.field({
      type: Node,
      description: 'Who or what it turned out to be.',
      resolve: async (event, _, context, info) => {
        const { subject, to } = await payloadOf<Resolution>(event, context);
        if (subject === 'filing') {
          const filing = await loadFiling(event.filingId, context);
          brandWithType<Types>(filing, 'Filing' as never);
          return filing;
        }
        const type = subject === 'person' ? 'Person' : 'Issuer';
        const node = await loadNode({ type, key: BigInt(to) }, context, partsAsked(info));
        if (node === null) throw new Error(`IdentityResolved leads to no ${type} ${to}`);
        return node;
      },
    }),
    evidence: t.string({
      description: 'Why the two are one.',
      resolve: async (event, _, context) => (await payloadOf<Resolution>(event, context)).evidence,
    }),
  }),
});

async function payloadOf<Payload>({ position }: EventRow, { loaders }: Context): Promise<Payload> {
  return present(await loaders.row('payload', position, payloadsAt, (row) => row.position))
    .payload as Payload;
}

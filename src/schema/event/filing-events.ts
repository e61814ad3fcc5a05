import { brandWithType } from '@pothos/core';
import { builder, type Types } from '../builder.ts';
import { AmendmentOutcome, MatchEvidence } from '../enums.ts';
import { Filing, loadFiling, loadFilings } from '../filing/index.ts';
import { Node } from '../identity/index.ts';
import { loadNode } from '../nodes.ts';
import { filingOf, LedgerEvent, loadEvent } from './ledger-event.ts';

builder.prismaObject('LedgerEvent', {
  variant: 'FilingReceived',
  description: 'A filing came to the ledger.',
  interfaces: [LedgerEvent as never],
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

/** A line put out of force, and what takes its place. */
export const Supersession = builder
  .objectRef<Amendment['superseded'][number]>('Supersession')
  .implement({
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

builder.prismaObject('LedgerEvent', {
  variant: 'FilingAmended',
  description: 'An amendment was decided: which filing it amends, and which lines it supersedes.',
  interfaces: [LedgerEvent as never],
  fields: (t) => ({
    filing: t.field({ type: Filing, description: 'The amendment.', resolve: filingOf }),
    original: t.field({
      type: Filing,
      description:
        'The filing amended; where several fit equally, the latest of them; where it is missing, the amendment itself.',
      select: { payload: true },
      resolve: ({ payload }, _, context, info) =>
        loadFiling(BigInt(amendment(payload).original), context, info),
    }),
    candidates: t.field({
      type: [Filing],
      description:
        'Where the outcome is UNRESOLVED, the filings that fit, oldest first; else empty.',
      select: { payload: true },
      resolve: ({ payload }, _, context, info) =>
        loadFilings((amendment(payload).candidates ?? []).map(BigInt), context, info),
    }),
    originalMissing: t.boolean({
      description:
        'The original is not in the ledger: the lines count as lines of an original until it is.',
      select: { payload: true },
      resolve: ({ payload }) => amendment(payload).originalMissing ?? false,
    }),
    outcome: t.field({
      type: AmendmentOutcome,
      description: 'What the amendment did.',
      select: { payload: true },
      resolve: ({ payload }) => amendment(payload).outcome,
    }),
    superseded: t.field({
      type: [Supersession],
      description: 'The lines superseded and by what.',
      select: { payload: true },
      resolve: ({ payload }) => [...amendment(payload).superseded],
    }),
  }),
});

/** The payload of IdentityResolved. */
interface Resolution {
  readonly subject: 'person' | 'issuer' | 'filing';
  readonly to: string;
  readonly evidence: string;
}

builder.prismaObject('LedgerEvent', {
  variant: 'IdentityResolved',
  description: 'A provisional person, issuer or filing got its real id.',
  interfaces: [LedgerEvent as never],
  fields: (t) => ({
    subject: t.field({
      type: Node,
      description: 'Who or what it turned out to be.',
      select: { payload: true },
      resolve: async ({ payload, filingId }, _, context, info) => {
        const { subject, to } = resolution(payload);
        if (subject === 'filing') {
          const filing = await loadFiling(filingId, context, info);
          brandWithType<Types>(filing, 'Filing' as never);
          return filing;
        }
        const type = subject === 'person' ? 'Person' : 'Issuer';
        const node = await loadNode({ type, key: BigInt(to) }, context, info);
        if (node === null) throw new Error(`IdentityResolved leads to no ${type} ${to}`);
        return node;
      },
    }),
    evidence: t.string({
      description: 'Why the two are one.',
      select: { payload: true },
      resolve: ({ payload }) => resolution(payload).evidence,
    }),
  }),
});

function amendment(payload: unknown): Amendment {
  return payload as Amendment;
}

function resolution(payload: unknown): Resolution {
  return payload as Resolution;
}

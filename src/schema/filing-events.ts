import { brandWithType } from '@pothos/core';
import { builder, type Types } from './builder.ts';
import { AmendmentOutcome } from './enums.ts';
import { Filing, loadFiling, loadFilings } from './filing.ts';
import { LedgerEvent, loadEvent } from './ledger-event.ts';
import { loadNode, Node } from './node.ts';

builder.prismaObject('LedgerEvent', {
  variant: 'FilingReceived',
  description: 'A filing came to the ledger.',
  select: { position: true, type: true },
  interfaces: [LedgerEvent],
  fields: (t) => ({ filing: t.relation('filing', { description: 'The filing received.' }) }),
});

/** The payload of FilingAmended; positions are decimal text. */
interface Amendment {
  readonly original: string;
  readonly candidates?: readonly string[];
  readonly outcome: typeof AmendmentOutcome.$inferType;
  readonly superseded: readonly { readonly line: string; readonly by: string | null }[];
}

const Supersession = builder.objectRef<Amendment['superseded'][number]>('Supersession').implement({
  description: 'A line that an amendment put out of force.',
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
  }),
});

builder.prismaObject('LedgerEvent', {
  variant: 'FilingAmended',
  description: 'An amendment met its original.',
  select: { position: true, type: true },
  interfaces: [LedgerEvent],
  fields: (t) => ({
    filing: t.relation('filing', { description: 'The amendment.' }),
    original: t.field({
      type: Filing,
      description: 'The filing amended; where several fit equally, the latest of them.',
      select: { payload: true },
      resolve: ({ payload }, _, context, info) =>
        loadFiling(BigInt((payload as unknown as Amendment).original), context, info),
    }),
    candidates: t.field({
      type: [Filing],
      description: 'Where several filings fit equally, those, oldest first; else empty.',
      select: { payload: true },
      resolve: ({ payload }, _, context, info) =>
        loadFilings(
          ((payload as unknown as Amendment).candidates ?? []).map(BigInt),
          context,
          info,
        ),
    }),
    outcome: t.field({
      type: AmendmentOutcome,
      description: 'What the amendment did.',
      select: { payload: true },
      resolve: ({ payload }) => (payload as unknown as Amendment).outcome,
    }),
    superseded: t.field({
      type: [Supersession],
      description: 'The lines superseded and by what.',
      select: { payload: true },
      resolve: ({ payload }) => [...(payload as unknown as Amendment).superseded],
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
  select: { position: true, type: true },
  interfaces: [LedgerEvent],
  fields: (t) => ({
    subject: t.field({
      type: Node,
      description: 'Who or what it turned out to be.',
      select: { payload: true, filingId: true },
      resolve: async ({ payload, filingId }, _, context, info) => {
        const { subject, to } = payload as unknown as Resolution;
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
      resolve: ({ payload }) => (payload as unknown as Resolution).evidence,
    }),
  }),
});

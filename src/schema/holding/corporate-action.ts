import { issuerActions } from '../../reads/index.ts';
import { type CorporateAction as Action, jumpInWords } from '../../rules/index.ts';
import { builder } from '../builder.ts';
import { CorporateActionKind } from '../enums.ts';
import { LedgerEvent, loadEvent } from '../event/index.ts';
import { Footnote } from '../filing/index.ts';
import { Issuer } from '../issuer/index.ts';
import { knownAtArgument, knownAtOf } from '../viewpoint.ts';

/**
 * The evidence of an action: a text, with its footnote where it is one, or a balance that jumps.
 */
interface Evidence {
  readonly position: bigint;
  readonly footnote: { readonly id: string; readonly text: string } | null;
  readonly text: string;
}

const CorporateActionEvidence = builder.objectRef<Evidence>('CorporateActionEvidence').implement({
  description: 'The evidence of a corporate action.',
  fields: (t) => ({
    line: t.field({
      type: LedgerEvent,
      description:
        'The line that cites the footnote, or whose balance jumps; of remarks the filing.',
      resolve: ({ position }, _, context, info) => loadEvent(position, context, info),
    }),
    footnote: t.expose('footnote', {
      type: Footnote,
      nullable: true,
      description: 'The footnote that states it; null of remarks and of balances.',
    }),
    text: t.exposeString('text', {
      description: 'The text as filed; of a balance what it jumps from and to.',
    }),
  }),
});

const CorporateAction = builder.objectRef<Action>('CorporateAction').implement({
  description:
    'A split or the like, derived from what filings say; nothing that is filed is changed by it.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: CorporateActionKind,
      description: 'Split, reverse split or change of an ADS ratio.',
    }),
    newShares: t.expose('newShares', {
      type: 'Decimal',
      description: 'So many new shares stand for the old ones: 1 of a 1-for-50 reverse split.',
    }),
    oldShares: t.expose('oldShares', {
      type: 'Decimal',
      description: 'For so many old shares: 50 of a 1-for-50 reverse split.',
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      description:
        'The day stated; where none is, the first day on which an amount shows the action.',
    }),
    knownAt: t.expose('knownAt', {
      type: 'DateTime',
      description: 'When enough evidence was public.',
    }),
    certain: t.boolean({
      description:
        'A filing states both the ratio and the day. Else one of them is worked out from balances.',
      resolve: ({ isCertain }) => isCertain,
    }),
    evidence: t.field({
      type: [CorporateActionEvidence],
      description: 'What filings state, in the order of becoming known; then balances that jump.',
      resolve: (action) => evidenceOf(action),
    }),
  }),
});

builder.prismaObjectField(Issuer, 'corporateActions', (t) =>
  t.field({
    type: [CorporateAction],
    description:
      'Splits, reverse splits and changes of the ADS ratio, derived from filings known then, by day.',
    args: knownAtArgument,
    resolve: async ({ id }, args, context) => {
      const knownAt = knownAtOf(args, context);
      const asked = { key: id, given: knownAt };
      const { actions } = await context.loaders.load('corporate actions', asked, issuerActions);
      return [...actions];
    },
  }),
);

function evidenceOf(action: Action): Evidence[] {
  const stated = action.statements.map(({ position, footnote: id, text }) => {
    return { position, footnote: id === null ? null : { id, text }, text };
  });
  const seen = action.jumps.map((jump) => {
    return { position: jump.position, footnote: null, text: jumpInWords(jump, action) };
  });
  return [...stated, ...seen];
}

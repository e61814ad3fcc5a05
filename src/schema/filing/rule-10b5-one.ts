import type { StoredFootnote } from '../../reads/index.ts';
import {
  mentionsPlan,
  planBox,
  type StatedPlan,
  type Rule10b5One as StoredRule,
  statedPlan,
} from '../../rules/index.ts';
import { builder } from '../builder.ts';
import { BoxState } from '../enums.ts';
import { FootnoteReference } from './footnote.ts';

interface Citation {
  readonly field: string;
  readonly footnote: StoredFootnote;
}

interface Plan extends StatedPlan {
  readonly box: ReturnType<typeof planBox>;
  readonly footnotes: readonly Citation[];
}

/** Rule10b5One. */
export const Rule10b5One = builder.objectRef<Plan>('Rule10b5One').implement({
  description:
    'What a filing, or a line of it, says of a Rule 10b5-1 plan: its box and its words apart.',
  fields: (t) => ({
    box: t.expose('box', { type: BoxState, description: 'The box of the filing.' }),
    mentioned: t.exposeBoolean('mentioned', {
      description: 'The text names the rule, in any spelling.',
    }),
    negated: t.exposeBoolean('negated', {
      description: 'The text says that it is not under a plan, and nowhere that it is.',
    }),
    adoptedOn: t.expose('adoptedOn', {
      type: 'Date',
      nullable: true,
      description: 'When the plan was adopted; null where no day, or several, are stated.',
    }),
    footnotes: t.field({
      type: [FootnoteReference],
      description:
        'The footnotes that name the rule. Of a filing all of them, with the field footnotes.',
      resolve: ({ footnotes }) => [...footnotes],
    }),
  }),
});

/** What a stored box, footnotes and remarks say. */
export function planOf(
  stored: StoredRule,
  cited: readonly Citation[],
  remarks: string | null = null,
): Plan {
  const footnotes = cited.filter(({ footnote }) => mentionsPlan(footnote.text));
  const texts = new Set([...footnotes.map(({ footnote }) => footnote.text), remarks ?? '']);
  return { box: planBox(stored), ...statedPlan([...texts]), footnotes };
}

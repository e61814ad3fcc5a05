import type { FiledLine, Filing } from '../../parser/index.ts';
import { mentionsPlan, statedPlan } from './rule-10b5-one.ts';

/** What the footnotes that a line cites say of a plan; null where they name none. */
export type LinePlan = 'MENTIONED' | 'NEGATED' | null;

/** The footnotes of a filing that name a plan, by id. */
export function plansOfFootnotes(footnotes: Filing['footnotes']): ReadonlyMap<string, string> {
  const about = footnotes.filter(({ text }) => mentionsPlan(text));
  return new Map(about.map(({ id, text }) => [id, text]));
}

/** What a line says of a plan by the footnotes that it cites (docs/domain.md §8). */
export function linePlan(
  { footnotes }: Pick<FiledLine, 'footnotes'>,
  plans: ReadonlyMap<string, string>,
): LinePlan {
  if (plans.size === 0) return null;
  const texts = new Set(footnotes.flatMap(({ id }) => plans.get(id) ?? []));
  if (texts.size === 0) return null;
  return statedPlan([...texts]).negated ? 'NEGATED' : 'MENTIONED';
}

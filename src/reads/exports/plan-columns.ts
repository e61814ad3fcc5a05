import { planBox, type Rule10b5One, statedPlan } from '../../rules/index.ts';
import type { ExportedCell, WorkedOut } from './exported-table.ts';

/**
 * The columns of a Rule 10b5-1 plan, of a filing f: what its box says, and what texts say. Only
 * texts with a 5 in them can name the rule (docs/domain.md §8).
 */
export function planColumns(texts: string): WorkedOut {
  return {
    columns: [
      { name: 'rule_10b5_one_box', type: 'text' },
      { name: 'rule_10b5_one_mentioned', type: 'boolean' },
      { name: 'rule_10b5_one_negated', type: 'boolean' },
      { name: 'rule_10b5_one_adopted_on', type: 'date' },
    ],
    sql: `ARRAY[f.rule_10b5_one::text] || ARRAY(
      SELECT t FROM (${texts}) t (t) WHERE t LIKE '%5%')`,
    cellsOf: planCells,
  };
}

/** Of all footnotes of filing f, and its remarks. */
export const FILING_TEXTS = `SELECT n->>'text' FROM jsonb_array_elements(f.footnotes) n
  UNION ALL SELECT f.remarks`;

/** Of the footnotes of filing f that line l cites. */
export const LINE_TEXTS = `SELECT n->>'text' FROM jsonb_array_elements(f.footnotes) n
  WHERE l.footnotes @> jsonb_build_array(jsonb_build_object('id', n->'id'))`;

function planCells(cell: ExportedCell): ExportedCell[] {
  const [stored, ...texts] = cell as readonly [Rule10b5One, ...string[]];
  const { mentioned, negated, adoptedOn } = statedPlan(texts);
  return [planBox(stored), mentioned, negated, adoptedOn];
}

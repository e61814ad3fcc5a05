import type { FormType } from '../filing.ts';
import { formType } from '../form-type.ts';
import { formOfStatement } from '../page/index.ts';
import type { TextRow } from './page-rows.ts';
import { plain } from './plain.ts';

const TITLE = /^[#\s]*(?:SEC\s)?FORM\s?([345])(\s?\/\s?A)?$/i;

/** What ends the head of a form: a footnote below may well name another form. */
const HEAD_END = /^(?:Table I\b|Explanation of Responses)/i;

const LONGEST_TITLE = 400;
/**
 * A word of either, as most lines have none; what is written in entities or escapes is looked at.
 */
const MARKED = /form|table|explanation|[&\\]/i;

/** The form that the head of a page names; null where it names none. */
export function readForm(page: readonly TextRow[]): FormType | null {
  const head: TextRow[] = [];
  let title: RegExpExecArray | null = null;
  for (const row of page) {
    if (row.text.trim() === '') continue;
    const start = row.text.slice(0, LONGEST_TITLE);
    if (MARKED.test(start) && HEAD_END.test(plain(start))) break;
    head.push(row);
    if (title === null && MARKED.test(start)) {
      title = TITLE.exec(plain((row.cells[0]?.raw ?? '').slice(0, LONGEST_TITLE)));
    }
  }
  const number = title?.[1] ?? formOfStatement(head.map(({ text }) => text).join('\n'));
  if (number === undefined) return null;
  return formType(title?.[2] === undefined ? number : `${number}/A`);
}

import type { FormType } from '../filing.ts';
import { formType } from '../form-type.ts';
import { formOfStatement } from '../page/index.ts';
import type { TextRow } from './page-rows.ts';
import { plain } from './plain.ts';

const TITLE = /^[#\s]*(?:SEC\s)?FORM\s?([345])(\s?\/\s?A)?$/i;

/** What ends the head of a form: a footnote below may well name another form. */
const HEAD_END = /^(?:Table I\b|Explanation of Responses)/i;

/** The form that the head of a page names; null where it names none. */
export function readForm(page: readonly TextRow[]): FormType | null {
  const filled = page.filter(({ text }) => text.trim() !== '');
  const end = filled.findIndex(({ text }) => HEAD_END.test(plain(text.slice(0, 400))));
  const head = filled.slice(0, end < 0 ? undefined : end);
  const titles = head.flatMap(({ cells }) => {
    const title = TITLE.exec(plain((cells[0]?.raw ?? '').slice(0, 400)));
    return title === null ? [] : [title];
  });
  const [title] = titles;
  const words = head.map(({ text }) => text).join('\n');
  const number = title?.[1] ?? formOfStatement(words);
  if (number === undefined) return null;
  return formType(title?.[2] === undefined ? number : `${number}/A`);
}

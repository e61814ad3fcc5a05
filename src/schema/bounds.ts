import { badInput } from './errors.ts';

/** Values of a list that names things, or narrows, at most. */
const MOST = 100;

/** Characters of a text that is searched for, or narrows, at most. */
export const LONGEST = 200;

/** Refuses a list that is too long, or has a text that is, naming the argument. */
export function boundedList(list: readonly unknown[], argument: string): void {
  if (list.length > MOST) {
    throw badInput(`${argument}: has ${MOST} values at most, and has ${list.length}.`);
  }
  for (const [index, value] of list.entries()) {
    if (typeof value === 'string') boundedText(value, `${argument}[${index}]`);
  }
}

/** The text, unless it is too long: then it is refused, naming the argument. */
export function boundedText(text: string, argument: string): string {
  if (text.length <= LONGEST) return text;
  throw badInput(`${argument}: is ${LONGEST} characters at most, and is ${text.length}.`);
}

/** The filter, unless one of its lists or texts is too long: then it is refused, naming that. */
export function boundedFilter<Filter extends object>(filter: Filter): Filter {
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value)) boundedList(value, `filter.${name}`);
    else if (typeof value === 'string') boundedText(value, `filter.${name}`);
  }
  return filter;
}

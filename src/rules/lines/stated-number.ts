import { add, type Decimal, multiply, parseDecimal, ZERO } from '../../values/index.ts';

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
  'fifteen sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORDS = new Map<string, number>([
  ...SMALL.map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const SCALES = new Map([
  ['hundred', '100' as Decimal],
  ['thousand', '1000' as Decimal],
]);

const WORD = `(?:${[...SMALL.slice(1), ...TENS].join('|')}|hundred|thousand)`;

const HALF = 'one[- ]half(?: \\(1/2\\))?(?: of (?:an?|one)\\b)?';

/**
 * A pattern, without groups, of a whole or decimal number as notes write it: "43,200", "0.5",
 * "ten", "twenty-five", "one hundred and twenty", and any of these with the digits beside it: "ten
 * (10)".
 */
export const NUMBER = `(?:${HALF}|\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,12}(?:\\.\\d{1,6})?|${WORD}(?:(?:-|\\s(?:and\\s)?)${WORD}){0,5})(?:\\s?\\([\\d,.]{1,15}\\))?`;

/** The number that a text matched by NUMBER states; null where it is none, or none above zero. */
export function statedNumber(text: string): Decimal | null {
  if (/^one[- ]half/i.test(text)) return '0.5' as Decimal;
  const digits = /\(([\d,.]+)\)/.exec(text)?.[1] ?? (/^\d/.test(text) ? text : null);
  const number = digits === null ? inWords(text) : parseDecimal(digits.replaceAll(',', ''));
  return number === null || number === ZERO ? null : number;
}

function inWords(text: string): Decimal | null {
  let whole = ZERO;
  let part = ZERO;
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const scale = SCALES.get(word);
    const small = WORDS.get(word);
    if (scale !== undefined) {
      const scaled = multiply(part === ZERO ? ('1' as Decimal) : part, scale);
      if (word === 'thousand') [whole, part] = [add(whole, scaled), ZERO];
      else part = scaled;
    } else if (small !== undefined) part = add(part, String(small) as Decimal);
    else if (word !== 'and') return null;
  }
  return add(whole, part);
}

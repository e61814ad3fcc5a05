import { type Decimal, parseDecimal } from '../../../values/index.ts';
import { refused } from '../refusal.ts';
import type { Action, Claim } from './claim.ts';
import { type Days, readDay, readSpan } from './read-day.ts';

/** Characters of a sentence at most. */
export const LONGEST_SENTENCE = 300;

/** Verbs, and what they claim. A longer one counts before what it begins with. */
const VERBS: readonly (readonly [verb: string, action: Action])[] = [
  ['was granted', 'was_granted'],
  ['were granted', 'was_granted'],
  ['was awarded', 'was_granted'],
  ['disposed of', 'disposed_of'],
  ['gave away', 'gave'],
  ['bought', 'bought'],
  ['purchased', 'bought'],
  ['sold', 'sold'],
  ['acquired', 'acquired'],
  ['exercised', 'exercised'],
  ['gifted', 'gave'],
  ['gave', 'gave'],
  ['held', 'held'],
  ['holds', 'held'],
  ['owned', 'held'],
  ['owns', 'held'],
];

/** Verbs as a question has them: "Did Jane Doe buy 5,000 shares of Acme?" */
const ASKED: ReadonlyMap<string, string> = new Map([
  ['buy', 'bought'],
  ['purchase', 'purchased'],
  ['sell', 'sold'],
  ['acquire', 'acquired'],
  ['dispose of', 'disposed of'],
  ['exercise', 'exercised'],
  ['give', 'gave'],
  ['hold', 'held'],
  ['own', 'owned'],
]);

const SHAPE =
  'It is read where it has this shape: "<person> bought 5,000 shares of <issuer> at $12.50 in March ' +
  '2024", with bought, sold, acquired, disposed of, was granted, exercised, gave or held; "on 5 March ' +
  '2024", "between 2024-03-01 and 2024-03-31" or "in Q1 2024". Or give person, issuer, action, ' +
  'shares, price, from and to as arguments of their own.';

/**
 * The claim that an English sentence makes, where all of it is understood; else refuses, and says
 * how to write it. What is not understood is never left out.
 */
export function readSentence(sentence: string): Claim {
  const text = asserted(sentence.trim().replace(/\s+/g, ' ')).replace(/[.!]$/, '');
  const { person, action, rest } = atVerb(text);
  const last = PRICE.exec(rest);
  const { days, before } = takeDays(last === null ? rest : rest.slice(0, last.index), action);
  const { price, priceIs, ...without } = takePrice(`${before}${last?.[0] ?? ''}`);
  const { shares, issuer } = takeObject(without.before);
  return { person, action, shares, issuer, price, priceIs, ...days };
}

/** What a question asks, as if it were said. */
function asserted(text: string): string {
  const question =
    /^Did (.+?) (buy|purchase|sell|acquire|dispose of|exercise|give|hold|own) (.+)\?$/i;
  return text.replace(question, (_, person: string, verb: string, rest: string) =>
    [person, ASKED.get(verb.toLowerCase()), rest].join(' '),
  );
}

function atVerb(text: string): { person: string; action: Action; rest: string } {
  const lower = text.toLowerCase();
  const found = VERBS.flatMap(([verb, action]) => {
    const at = lower.indexOf(` ${verb} `);
    return at <= 0 ? [] : [{ at, verb, action }];
  }).sort((a, b) => a.at - b.at || b.verb.length - a.verb.length);
  const [first, second] = found;
  if (first === undefined) throw refused(`sentence: no verb is understood in it. ${SHAPE}`);
  if (second !== undefined && second.at !== first.at) {
    throw refused(`sentence: it claims more than one thing. Ask of each by itself. ${SHAPE}`);
  }
  const person = text.slice(0, first.at).trim();
  if (/\b(?:not|never|may|might|would|will|have|has|had|also|only)$/i.test(person)) {
    throw refused(
      `sentence: "${first.verb}" has a word before it that is not understood. ${SHAPE}`,
    );
  }
  return { person, action: first.action, rest: text.slice(first.at + first.verb.length + 2) };
}

const NO_DAYS = { from: null, to: null } as const;

/** Where a time may begin; what follows must be one, else it is of a name. */
const TIME = / (on|in|during|between|from|(?:at|as of) the end of|as of) /gi;

function takeDays(rest: string, action: Action): { days: Days | typeof NO_DAYS; before: string } {
  for (const found of ` ${rest}`.matchAll(TIME)) {
    const said = ` ${rest}`.slice(found.index + found[0].length);
    const days = daysSaid(String(found[1]).toLowerCase(), said, action);
    if (days !== null) return { days, before: ` ${rest}`.slice(0, found.index).trim() };
  }
  if (/\b(?:1[89]|20)\d\d\b/.test(rest) || /\b(?:yesterday|today|last|this|ago)\b/i.test(rest)) {
    throw refused(`sentence: its time is not understood. ${SHAPE}`);
  }
  const [, month] = / in ([A-Za-z]+)$/.exec(` ${rest}`) ?? [];
  if (month !== undefined && readSpan(`${month} 2000`) !== null) {
    throw refused(`sentence: say the year too, as "in ${month} 2024".`);
  }
  return { days: NO_DAYS, before: rest };
}

function daysSaid(word: string, said: string, action: Action): Days | null {
  if (word.endsWith('the end of')) {
    // Of a trade the end of a year is no day.
    const day = action === 'held' ? (readSpan(said)?.to ?? null) : null;
    return day === null ? null : { from: day, to: day };
  }
  if (word === 'on' || word === 'as of') {
    const day = readDay(said);
    return day === null ? null : { from: day, to: day };
  }
  if (word === 'in' || word === 'during') return readSpan(said);
  const [first = '', last, ...more] = said.split(word === 'between' ? ' and ' : / (?:to|until) /);
  if (last === undefined || more.length > 0) return null;
  const from = readDay(first) ?? readSpan(first)?.from ?? null;
  const to = readDay(last) ?? readSpan(last)?.to ?? null;
  return from === null || to === null ? null : { from, to };
}

const PRICE =
  / (?:at|for) (an average (?:price )?of |a price of )?\$ ?(\d[\d,]*(?:\.\d+)?)(?: (?:each|a share|per share|apiece))?$/i;

function takePrice(text: string): Pick<Claim, 'price' | 'priceIs'> & { before: string } {
  const found = PRICE.exec(text);
  const before = text.slice(0, found?.index);
  if (before.includes('$')) throw refused(`sentence: its price is not understood. ${SHAPE}`);
  if (found === null) return { price: null, priceIs: 'each', before };
  const [, average, amount = ''] = found;
  const priceIs = average?.toLowerCase().includes('average') === true ? 'average' : 'each';
  return { price: numberOf(amount), priceIs, before };
}

const KIND = '(?:shares?|units?|options?)(?: of (?:common )?stock)?';
/** 5,000 shares of Acme; 5,000 Acme shares; shares of Acme; Acme. */
const OBJECTS: readonly RegExp[] = [
  new RegExp(`^(?<count>\\d[\\d,.]*) (?:${KIND} )?(?:of|in) (?<issuer>.+)$`, 'i'),
  /^(?<count>\d[\d,.]*) (?<issuer>.+) (?:shares?|units?|options?)$/i,
  new RegExp(`^(?:${KIND}|stock) (?:of|in) (?<issuer>.+)$`, 'i'),
  /^(?<issuer>\D.*)$/,
];
/** What no name begins with, and what would make a number another. */
const VAGUE =
  /^(?:or|and|about|around|approximately|roughly|nearly|almost|over|under|some|more|less|fewer|at|up|between|million|thousand|billion|dozens?|hundreds?|not|no|any|all|shares?|units?|options?|stock)\b/i;

function takeObject(text: string): { shares: Decimal | null; issuer: string } {
  const found = OBJECTS.map((pattern) => pattern.exec(text)?.groups).find((each) => each);
  const { count, issuer = '' } = found ?? {};
  if (VAGUE.test(issuer) || issuer === '') {
    throw refused(`sentence: exactly how many, or of what, is not understood. ${SHAPE}`);
  }
  return { shares: count === undefined ? null : numberOf(count), issuer: issuer.trim() };
}

function numberOf(text: string): Decimal {
  const isGrouped = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text);
  const number = isGrouped ? parseDecimal(text.replaceAll(',', '')) : null;
  if (number !== null) return number;
  throw refused(`sentence: ${JSON.stringify(text)} is no number. Write it as 5,000 or 5000.`);
}

import type { Day } from './days.ts';
import type { Draft, DraftLine } from './draft.ts';

/** What may be wrong in a filing: a price, an amount with the balance after it, a line left out. */
export type Mistake = 'price' | 'amount' | 'left out';

/** The filing with a mistake in its first line of Table I; null where it has none to make. */
export function mistaken(draft: Draft, mistake: Mistake): Draft | null {
  const at = draft.lines.findIndex(({ trade, terms }) => trade !== null && terms === null);
  const line = draft.lines[at];
  if (line === undefined || line.trade === null) return null;
  if (mistake === 'left out') {
    if (draft.lines.length < 2) return null;
    return { ...draft, lines: draft.lines.filter((_, place) => place !== at) };
  }
  const wrong = mistake === 'price' ? atAnotherPrice(line) : ofAnotherAmount(line);
  if (wrong === null) return null;
  return { ...draft, lines: draft.lines.map((each, place) => (place === at ? wrong : each)) };
}

/** The amendment: the lines that the filing should have had and did not. */
export function corrected(
  { wrong, right }: { readonly wrong: Draft; readonly right: Draft },
  day: Day,
): Draft {
  return {
    ...right,
    form: 'FORM_4_A',
    day,
    originalOn: wrong.day,
    isExit: false,
    lines: right.lines.filter((line) => !wrong.lines.includes(line)),
  };
}

function atAnotherPrice(line: DraftLine): DraftLine | null {
  const price = line.trade?.price ?? 0;
  if (line.trade === null || price === 0) return null;
  return { ...line, trade: { ...line.trade, price: price + 100 } };
}

function ofAnotherAmount(line: DraftLine): DraftLine | null {
  if (line.trade === null) return null;
  const more = line.trade.change < 0 ? -10 : 10;
  const after = line.after + more;
  if (after < 0) return null;
  return { ...line, after, trade: { ...line.trade, change: line.trade.change + more } };
}

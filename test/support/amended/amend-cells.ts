import type { AmendableLine } from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import type { Random } from '../../../src/server/demo/index.ts';
import { type CalendarDate, type Decimal, subtract } from '../../../src/values/index.ts';

/**
 * How an amendment is made of an original: one cell changed, a line added or dropped, a footnote
 * alone.
 */
export const WAYS = [
  'price',
  'shares',
  'date',
  'code',
  'A/D',
  'D/I',
  'nature',
  'title',
  'amount after',
  'added line',
  'dropped line',
  'footnote only',
] as const;
export type Way = (typeof WAYS)[number];

/** Days that no other line of the corpus is likely to have hit by chance. */
function otherDay(day: CalendarDate, random: Random): CalendarDate {
  const date = new Date(`${day}T00:00:00Z`);
  const days = 1 + random.below(6);
  date.setUTCDate(date.getUTCDate() + (random.below(2) === 0 ? days : -days));
  return date.toISOString().slice(0, 10) as CalendarDate;
}

const other = <T>(random: Random, value: T, values: readonly T[]): T =>
  random.pick(values.filter((one) => one !== value));

const raised = (amount: Decimal | null, by: number) =>
  amount === null ? null : subtract(amount, `-${by}` as Decimal);

/** A line with one cell changed; null where the line has no such cell. */
function changeCell(line: AmendableLine, way: Way, random: Random): AmendableLine | null {
  const isTransaction = line.transactionDate !== null;
  switch (way) {
    case 'price':
      return isTransaction && line.pricePerShare !== null
        ? { ...line, pricePerShare: raised(line.pricePerShare, 1 + random.below(9)) }
        : null;
    case 'shares':
      return line.shares === null ? null : { ...line, shares: raised(line.shares, 7) };
    case 'date':
      return line.transactionDate === null
        ? null
        : { ...line, transactionDate: otherDay(line.transactionDate, random) };
    case 'code':
      return line.code === null
        ? null
        : { ...line, code: other(random, line.code, ['P', 'S', 'A', 'F', 'M', 'G', 'J']) };
    case 'A/D':
      return line.acquiredDisposed === null
        ? null
        : {
            ...line,
            acquiredDisposed: line.acquiredDisposed === 'ACQUIRED' ? 'DISPOSED' : 'ACQUIRED',
          };
    case 'D/I':
      return line.ownership === 'DIRECT'
        ? { ...line, ownership: 'INDIRECT', nature: 'INVENTED TRUST' }
        : { ...line, ownership: 'DIRECT', nature: '' };
    case 'nature':
      return line.ownership === 'DIRECT' ? null : { ...line, nature: 'INVENTED TRUST' };
    case 'title':
      return { ...line, securityClass: 'INVENTED PREFERRED', title: 'Invented Preferred' };
    case 'amount after':
      return line.amountAfter === null
        ? null
        : { ...line, amountAfter: raised(line.amountAfter, 1 + random.below(100_000)) };
    default:
      return null;
  }
}

/** A line equal to another but for date and amount after, which it runs on from. */
function addedAfter(line: AmendableLine, random: Random): AmendableLine | null {
  const { transactionDate, shares, amountAfter, acquiredDisposed } = line;
  if (transactionDate === null || shares === null || amountAfter === null) return null;
  const signed = acquiredDisposed === 'DISPOSED' ? shares : (`-${shares}` as Decimal);
  return {
    ...line,
    transactionDate: otherDay(transactionDate, random),
    amountAfter: subtract(amountAfter, signed),
  };
}

/**
 * An amendment's lines, and which line of the original each was made of: null where it is added.
 */
export interface MadeAmendment {
  readonly lines: readonly AmendableLine[];
  readonly madeOf: readonly (AmendableLine | null)[];
}

/** Makes an amendment of one line or of all; null where no line has the cell. */
export function makeAmendment(
  original: readonly AmendableLine[],
  ways: readonly Way[],
  random: Random,
): MadeAmendment | null {
  const [way] = ways;
  const one = original[random.below(original.length)];
  if (one === undefined || way === undefined) return null;
  const isWhole = random.below(2) === 0;
  if (way === 'footnote only') return renumbered(isWhole ? original : [], isWhole ? original : []);
  if (way === 'dropped line') {
    const left = original.filter((line) => line !== one);
    return renumbered(left, left);
  }
  if (way === 'added line') {
    const added = addedAfter(one, random);
    if (added === null) return null;
    return isWhole
      ? renumbered([...original, added], [...original, null])
      : renumbered([added], [null]);
  }
  const changed = ways.reduce<AmendableLine | null>(
    (line, next) => line && changeCell(line, next, random),
    one,
  );
  if (changed === null) return null;
  if (!isWhole) return renumbered([changed], [one]);
  return renumbered(
    original.map((line) => (line === one ? changed : line)),
    original,
  );
}

/** Lines as listed in a filing of their own: numbered from 1 in each table. */
function renumbered(
  lines: readonly AmendableLine[],
  madeOf: readonly (AmendableLine | null)[],
): MadeAmendment {
  const counts = new Map<string, number>();
  const listed = lines.map((line, index) => {
    const number = (counts.get(line.table) ?? 0) + 1;
    counts.set(line.table, number);
    return { ...line, line: number, position: 1_000_000n + BigInt(index) };
  });
  return { lines: listed, madeOf };
}

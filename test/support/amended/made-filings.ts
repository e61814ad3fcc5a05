import type {
  AmendableFiling,
  AmendableLine,
} from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import { namedFilings } from '../../../src/ledger/decisions/amendments/named-filings.ts';
import type { CalendarDate, Decimal, Instant } from '../../../src/values/index.ts';

let lastPosition = 0n;
/** An invented accession number, by a number below a hundred thousand. */
export const accessionNumber = (index: number) => `0009000701-24-${String(index).padStart(6, '0')}`;

/** A purchase that ends at an amount. */
export function bought(shares: number, amountAfter: number, cells: Partial<AmendableLine> = {}) {
  lastPosition += 1n;
  const line: AmendableLine = {
    position: lastPosition,
    table: 'NON_DERIVATIVE',
    line: 1,
    securityClass: 'COMMON STOCK',
    title: 'Common Stock',
    transactionDate: '2024-05-01' as CalendarDate,
    code: 'P',
    acquiredDisposed: 'ACQUIRED',
    ownership: 'DIRECT',
    nature: '',
    shares: String(shares) as Decimal,
    pricePerShare: '10' as Decimal,
    amountAfter: String(amountAfter) as Decimal,
    rest: '',
    ...cells,
  };
  return line;
}

/** A Form 4 of one owner, filed on a day of May 2024. */
export function form4(
  index: number,
  day: number,
  lines: readonly AmendableLine[],
  cells: Partial<AmendableFiling> = {},
): AmendableFiling {
  const filedOn = `2024-05-${String(day).padStart(2, '0')}` as CalendarDate;
  lastPosition += 1n;
  return {
    id: lastPosition,
    orderKey: accessionNumber(index),
    form: 'FORM_4',
    owners: [7n],
    periodOfReport: '2024-05-01' as CalendarDate,
    dateOfOriginalSubmission: null,
    filedOn: [filedOn],
    knownAt: `${filedOn}T22:00:00.000Z` as Instant,
    accessionNumber: accessionNumber(index),
    named: { all: [], asAmended: [] },
    statesNothing: false,
    lines,
    ...cells,
  };
}

/** An amendment of a Form 4 of May 3, 2024. */
export function form4A(
  index: number,
  day: number,
  lines: readonly AmendableLine[],
  { remarks = '', ...cells }: Partial<AmendableFiling> & { readonly remarks?: string } = {},
): AmendableFiling {
  return form4(index, day, lines, {
    form: 'FORM_4_A',
    dateOfOriginalSubmission: '2024-05-03' as CalendarDate,
    named: namedFilings([remarks], accessionNumber(index)),
    ...cells,
  });
}

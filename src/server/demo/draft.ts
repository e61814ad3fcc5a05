import type {
  FiledFootnoteReference,
  FiledLine,
  Filing,
  FootnoteField,
  FormType,
} from '../../parser/index.ts';
import { type Decimal, parseCik } from '../../values/index.ts';
import { issuerAt, type Owner } from './cast.ts';
import { type Day, dateOf } from './days.ts';
import { address } from './names.ts';

/** What a derivative says beside its amounts; the price in cents. */
export interface Terms {
  readonly price: number;
  readonly exercisableOn: Day | null;
  readonly expiresOn: Day | null;
}

/** An account: a class held in one way, and how much of it. */
export interface Held {
  readonly title: string;
  /** Null where it is held directly. */
  readonly nature: string | null;
  /** Null in Table I. */
  readonly terms: Terms | null;
  shares: number;
}

/** A line as it is to stand in a filing. */
export interface DraftLine extends Omit<Held, 'shares'> {
  readonly after: number;
  /** Null on a holding line; the price in cents, null where there is none. */
  readonly trade: {
    readonly on: Day;
    readonly code: string;
    /** Signed. */
    readonly change: number;
    readonly price: number | null;
    readonly isLate?: boolean;
  } | null;
  /** Footnotes, by the cell that cites them. */
  readonly notes: readonly (readonly [FootnoteField, string])[];
}

/** A filing before it is numbered. */
export interface Draft {
  readonly form: FormType;
  readonly period: Day;
  /** When EDGAR accepts it: the day, and the minute of it in New York. */
  readonly day: Day;
  readonly minute: number;
  readonly issuer: number;
  readonly owners: readonly Owner[];
  readonly role: Role;
  readonly originalOn: Day | null;
  readonly isExit: boolean;
  readonly isUnderPlan: boolean;
  readonly lines: readonly DraftLine[];
}

/** What the owners are to the issuer. */
export interface Role {
  readonly isDirector: boolean;
  readonly isTenPercentOwner: boolean;
  /** Null where they are no officer. */
  readonly title: string | null;
}

/** The first day on which the form has the box of Rule 10b5-1 (docs/domain.md §8). */
const BOX_SINCE = '2023-04-01';

/** The filing as a parser would read it. */
export function filingOf(draft: Draft): Filing {
  const texts = [...new Set(draft.lines.flatMap(({ notes }) => notes.map(([, text]) => text)))];
  const tables = [
    draft.lines.filter(({ terms }) => terms === null),
    draft.lines.filter(({ terms }) => terms !== null),
  ];
  const day = dateOf(draft.day);
  return {
    accessionNumber: null,
    form: draft.form,
    schemaVersion: day < BOX_SINCE ? 'X0306' : 'X0508',
    periodOfReport: dateOf(draft.period),
    dateOfOriginalSubmission: draft.originalOn === null ? null : dateOf(draft.originalOn),
    filedOn: day,
    acceptedAt: null,
    issuer: issuerAt(draft.issuer),
    reportingOwners: draft.owners.map((owner) => filedOwner(owner, draft.role)),
    notSubjectToSection16: draft.isExit,
    noSecuritiesOwned: draft.form === 'FORM_3' && draft.lines.length === 0,
    form3HoldingsReported: false,
    form4TransactionsReported: false,
    aff10b5One: day < BOX_SINCE ? null : draft.isUnderPlan,
    lines: tables.flatMap((own) => own.map((line, at) => filedLine(line, draft.form, at, texts))),
    footnotes: texts.map((text, at) => ({ id: `F${at + 1}`, text })),
    remarks: null,
    signatures: draft.owners.map(({ name }) => ({ name: `/s/ ${name}`, date: day })),
    exhibits: [],
  };
}

function filedOwner({ place, cik, name }: Owner, role: Role) {
  return {
    cik: parseCik(cik),
    name,
    address: address(place),
    isDirector: role.isDirector,
    isOfficer: role.title !== null,
    isTenPercentOwner: role.isTenPercentOwner,
    isOther: false,
    officerTitle: role.title,
    otherText: null,
  };
}

function filedLine(line: DraftLine, form: FormType, at: number, texts: readonly string[]) {
  const { terms, trade, nature } = line;
  const footnotes = line.notes.map(
    ([field, text]): FiledFootnoteReference => ({ field, id: `F${texts.indexOf(text) + 1}` }),
  );
  const cells = {
    table: terms === null ? 'NON_DERIVATIVE' : 'DERIVATIVE',
    line: at + 1,
    securityTitle: line.title,
    formType: form.slice(5, 6),
    ownership: nature === null ? 'DIRECT' : 'INDIRECT',
    nature,
    sharesAfter: form === 'FORM_3' && terms !== null ? null : whole(line.after),
    valueAfter: null,
    conversionOrExercisePrice: terms === null ? null : money(terms.price),
    exercisableOn: terms?.exercisableOn == null ? null : dateOf(terms.exercisableOn),
    expiresOn: terms?.expiresOn == null ? null : dateOf(terms.expiresOn),
    underlyingTitle: terms === null ? null : COMMON,
    underlyingShares: terms === null ? null : whole(Math.abs(trade?.change ?? line.after)),
    underlyingValue: null,
    footnotes,
  } as const;
  if (trade === null) return { ...cells, kind: 'holding' } satisfies FiledLine;
  return {
    ...cells,
    kind: 'transaction',
    transactionDate: dateOf(trade.on),
    deemedExecutionDate: null,
    code: trade.code,
    timeliness: trade.isLate === true ? 'LATE' : 'ON_TIME',
    equitySwapInvolved: false,
    voluntary: false,
    acquiredDisposed: trade.change < 0 ? 'DISPOSED' : 'ACQUIRED',
    shares: whole(Math.abs(trade.change)),
    totalValue: null,
    pricePerShare: trade.price === null ? null : money(trade.price),
  } satisfies FiledLine;
}

/** The class that everything else is over. */
export const COMMON = 'Common Stock';

function whole(shares: number): Decimal {
  return String(shares) as Decimal;
}

/** Dollars of cents. */
function money(cents: number): Decimal {
  const digits = String(cents).padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return text.replace(/\.?0+$/, '') as Decimal;
}

import type {
  AcquiredDisposed,
  FormType,
  OwnershipForm,
  SecurityTable,
} from '../../../parser/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../../values/index.ts';
import type { FilingAmended } from '../../events/index.ts';

/** Accession numbers in the texts of a filing, its own left out. */
export interface NamedFilings {
  /** Every number. */
  readonly all: readonly string[];
  /** Those that a sentence names as the filing amended. */
  readonly asAmended: readonly string[];
}

/** A filing as far as amendments go: an amendment, or one that may be an amendment's original. */
export interface AmendableFiling {
  /** Position of its FilingReceived. */
  readonly id: bigint;
  readonly orderKey: string;
  readonly form: FormType;
  readonly owners: readonly bigint[];
  readonly periodOfReport: CalendarDate | null;
  readonly dateOfOriginalSubmission: CalendarDate | null;
  /** The days on which it can be said to be filed: the header's, and the day it was known. */
  readonly filedOn: readonly CalendarDate[];
  readonly knownAt: Instant;
  /** Null while no rendition that carries it is in the ledger. */
  readonly accessionNumber: string | null;
  /** What its remarks and footnotes say of other filings. */
  readonly named: NamedFilings;
  /** Says that nothing is owned, and has no line. */
  readonly statesNothing: boolean;
  readonly lines: readonly AmendableLine[];
}

/** A line as far as amendments go: what it is matched by, and what an amendment may change. */
export interface AmendableLine {
  readonly position: bigint;
  readonly table: SecurityTable;
  readonly line: number;
  readonly securityClass: string;
  readonly transactionDate: CalendarDate | null;
  /** Null for a holding line. */
  readonly code: string | null;
  readonly acquiredDisposed: AcquiredDisposed | null;
  readonly ownership: OwnershipForm;
  readonly nature: string;
  readonly shares: Decimal | null;
  readonly pricePerShare: Decimal | null;
  readonly amountAfter: Decimal | null;
  /** As filed; lines of one class may have titles that differ. */
  readonly title: string;
  /** Every other cell that has a value, as one text to compare. */
  readonly rest: string;
}

/** Whether the form is a 3/A, 4/A or 5/A. */
export function isAmendmentForm(form: FormType): boolean {
  return form.endsWith('_A');
}

/**
 * Whether an amendment says that nothing is owned and never was: a 3/A without a line
 * (docs/domain.md §6).
 */
export function statesNothing(filing: {
  readonly form: FormType;
  readonly noSecuritiesOwned: boolean;
  readonly lines: readonly unknown[];
}): boolean {
  return filing.form === 'FORM_3_A' && filing.noSecuritiesOwned && filing.lines.length === 0;
}

/** The filing that a FilingAmended says is amended; null where that is not known. */
export function amendsId({
  original,
  candidates = [],
  outcome,
}: FilingAmended['payload']): bigint | null {
  const isKnown = outcome !== 'UNRESOLVED' || candidates.length === 1;
  return isKnown ? BigInt(original) : null;
}

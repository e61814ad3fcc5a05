import type {
  AcquiredDisposed,
  FormType,
  OwnershipForm,
  SecurityTable,
} from '../../parser/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../values/index.ts';

/** A filing as far as amendments go: an amendment, or one that may be an amendment's original. */
export interface AmendableFiling {
  /** Position of its FilingReceived. */
  readonly id: bigint;
  readonly stream: string;
  readonly form: FormType;
  readonly owners: readonly bigint[];
  readonly periodOfReport: CalendarDate | null;
  readonly dateOfOriginalSubmission: CalendarDate | null;
  /** The days on which it can be said to be filed: the header's, and the day it was known. */
  readonly filedOn: readonly CalendarDate[];
  readonly knownAt: Instant;
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
  /** Every other cell that has a value, as one text to compare. */
  readonly rest: string;
}

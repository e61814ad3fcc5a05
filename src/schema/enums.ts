import { enumOf } from './enum-of.ts';

/** PersonKind. */
export const PersonKind = enumOf('PersonKind', 'What kind of reporting owner somebody is.', {
  INDIVIDUAL: 'A human being.',
  ENTITY: 'A fund, trust, corporation or the like.',
  UNKNOWN: 'The filings do not tell.',
});

/** InsiderRole. */
export const InsiderRole = enumOf('InsiderRole', 'What makes somebody an insider of an issuer.', {
  DIRECTOR: 'Member of the board.',
  OFFICER: 'Officer; officerTitle says which.',
  TEN_PERCENT_OWNER: 'Owner of more than ten percent of a registered class.',
  OTHER: 'Anything else; otherText says what.',
});

/** FormType. */
export const FormType = enumOf('FormType', 'The Section 16 forms and their amendments.', {
  FORM_3: 'Initial statement of beneficial ownership.',
  FORM_3_A: 'Amendment of a Form 3.',
  FORM_4: 'Statement of changes in beneficial ownership.',
  FORM_4_A: 'Amendment of a Form 4.',
  FORM_5: 'Annual statement of changes in beneficial ownership.',
  FORM_5_A: 'Amendment of a Form 5.',
});

/** OwnershipForm. */
export const OwnershipForm = enumOf('OwnershipForm', 'How something is owned.', {
  DIRECT: 'D: by the person.',
  INDIRECT: 'I: through somebody or something else; nature says through whom.',
});

/** SecurityTable. */
export const SecurityTable = enumOf(
  'SecurityTable',
  'The table of the form that a line stands in.',
  {
    NON_DERIVATIVE: 'Table I.',
    DERIVATIVE: 'Table II: options, warrants, convertibles and the like.',
  },
);

/** AcquiredDisposed. */
export const AcquiredDisposed = enumOf('AcquiredDisposed', 'Which way a transaction went.', {
  ACQUIRED: 'A.',
  DISPOSED: 'D.',
});

/** TransactionCode. */
export const TransactionCode = enumOf('TransactionCode', 'The codes of Forms 4 and 5.', {
  A: 'Grant, award or other acquisition from the issuer, Rule 16b-3(d).',
  C: 'Conversion of a derivative security.',
  D: 'Disposition to the issuer, Rule 16b-3(e).',
  E: 'Expiration of a short derivative position.',
  F: 'Payment of an exercise price or tax by delivering or withholding securities.',
  G: 'Bona fide gift.',
  H: 'Expiration or cancellation of a long derivative position with value received.',
  I: 'Discretionary transaction, Rule 16b-3(f).',
  J: 'Other acquisition or disposition; a footnote says which.',
  K: 'Equity swap or similar instrument.',
  L: 'Small acquisition, Rule 16a-6.',
  M: 'Exercise or conversion of a derivative security, exempt under Rule 16b-3.',
  O: 'Exercise of an out-of-the-money derivative security.',
  P: 'Open-market or private purchase.',
  S: 'Open-market or private sale.',
  U: 'Disposition by tender in a change of control.',
  W: 'Acquisition or disposition by will or the laws of descent.',
  X: 'Exercise of an in-the-money or at-the-money derivative security.',
  Z: 'Deposit into or withdrawal from a voting trust.',
});

/** Timeliness. */
export const Timeliness = enumOf('Timeliness', 'Whether a transaction was reported when due.', {
  ON_TIME: 'When due.',
  EARLY: 'E: before it was due.',
  LATE: 'L: after it was due.',
});

/** KnownAtBasis. */
export const KnownAtBasis = enumOf('KnownAtBasis', 'Where the instant of knownAt comes from.', {
  ACCEPTANCE: 'The time at which EDGAR accepted the filing.',
  FILING_DATE: 'The filing date, 22:00 in New York.',
  SIGNATURE_DATE: 'The latest signature date, 22:00 in New York.',
});

/** HoldingStatus. */
export const HoldingStatus = enumOf('HoldingStatus', 'How far a holding can be relied on.', {
  CURRENT: 'From the last filing that reported this class of security by this owner.',
  CARRIED: 'A later filing reported the class and left this account out; the amount still stands.',
  EXPIRED: 'The expiration date of the derivative has passed.',
  CLOSED: 'The balance is zero.',
});

/** Reconciliation. */
export const Reconciliation = enumOf(
  'Reconciliation',
  'Whether an amount follows from the one before it.',
  {
    OPENING: 'There is none before it.',
    CONSISTENT: 'It is the amount before it and the change.',
    BREAK: 'It is not; something is missing, split, exempt or mistyped.',
  },
);

/** BreakCause. */
export const BreakCause = enumOf(
  'BreakCause',
  'Why an amount does not follow from the one before it: the first that fits.',
  {
    CORPORATE_ACTION: 'A split or a change of an ADS ratio explains the amount.',
    MOVED: 'It moved from or to another account of the same owner.',
    LATE_LINE: 'It is of an earlier day than an amount reported before it.',
    CORRECTION: 'It takes back the difference of the nearest break, or that takes back its own.',
    SIGN_ERROR:
      'It would follow, had the trade gone the other way; never said of an equity swap, which may be short.',
    REINVESTMENT: 'A small increase: a plan or reinvested dividends, which need no report.',
    UNKNOWN: 'None of these; mostly a filing is missing.',
  },
);

/** Unit. */
export const Unit = enumOf('Unit', 'What an amount counts.', {
  SHARES: 'Shares, or derivative securities.',
  USD: 'US dollars of value, for debt and the like.',
  UNDERLYING_SHARES: 'Shares that underlie a derivative whose own number is not reported.',
});

/** LedgerEventType. */
export const LedgerEventType = enumOf('LedgerEventType', 'The events of the ledger.', {
  FILING_RECEIVED: 'FilingReceived: one per filing.',
  TRANSACTION_REPORTED: 'TransactionReported: one per transaction line.',
  HOLDING_REPORTED: 'HoldingReported: one per holding line.',
  FILING_AMENDED: 'FilingAmended: one per amendment, and one each time it is decided otherwise.',
  IDENTITY_RESOLVED: 'IdentityResolved: a provisional identity got its real id.',
  FILING_REREAD: 'FilingReread: a later parser reads something else in a document.',
});

/** BoxState. */
export const BoxState = enumOf('BoxState', 'What the Rule 10b5-1 box of April 2023 says.', {
  CHECKED: 'It is checked.',
  UNCHECKED: 'It is there and not checked, which denies nothing.',
  ABSENT: 'The document has none.',
});

/** AmendmentOutcome. */
export const AmendmentOutcome = enumOf('AmendmentOutcome', 'What an amendment did.', {
  ADDS: 'Added lines.',
  REPLACES: 'Replaced some lines of its original.',
  RESTATES_ALL: 'Replaced every line of its original.',
  NOTE_ONLY: 'Changed footnotes or remarks alone.',
  UNRESOLVED: 'Its original is not in the ledger, or more than one filing or line fits.',
});

/** MatchEvidence. */
export const MatchEvidence = enumOf(
  'MatchEvidence',
  'By what a line is matched with the line that takes its place.',
  {
    SAME_KEY: 'Class, date, code, A or D, and ownership agree.',
    ONE_CELL: 'One of these differs; shares and amount after are equal.',
    TWO_CELLS: 'Two of these differ; shares, amount after and place in the table are equal.',
    NAMED: 'The amendment names its original by the accession number, and all of these agree.',
    SAME_PLACE: 'One document read again: lines of one table and kind go together in order.',
  },
);

/** LineFlag. */
export const LineFlag = enumOf(
  'LineFlag',
  'What is odd about a line as filed. The filed value is kept; a flag never changes it.',
  {
    DATE_AFTER_FILING: 'The transaction date is after the filing.',
    DATE_IMPLAUSIBLE: 'The transaction date is before 1934.',
    PRICE_IMPLAUSIBLE: 'No share costs so much, or the line would be worth too much.',
    PRICE_IS_TOTAL: 'The price is the total of the line.',
    PRICE_PER_ADS:
      'The price is per ADS, the amount counts shares; value goes by the ratio stated.',
    PURCHASE_DISPOSED: 'A purchase marked as disposed.',
    SALE_ACQUIRED: 'A sale marked as acquired.',
    UNKNOWN_CODE: 'The code is none of the known ones.',
    AMOUNT_MISSING: 'No amount after is given, or of a transaction neither shares nor value.',
    NEGATIVE_AMOUNT: 'An amount is below zero; the line is in no sum.',
    BALANCE_IS_UNDERLYING: 'The balance is the number of underlying shares.',
    ORIGINAL_MISSING:
      'A line of an amendment whose original is not in the ledger. It counts as a line of an original.',
  },
);

/** AccountEvidence. */
export const AccountEvidence = enumOf(
  'AccountEvidence',
  'Why a line is in its account, from the surest to the least (docs/domain.md §5).',
  {
    REPLACEMENT: 'It replaces a line of this account, by amendment.',
    DUPLICATE: 'It reports a trade of this account once more, and changes nothing.',
    NOTES_AND_BALANCE:
      'The same key (terms, direct or indirect, nature), the same footnotes, and it begins where the account ended.',
    NOTES: 'The same key and the same footnotes.',
    BALANCE: 'The same key, and it begins where the account ended.',
    RENAMED:
      'Another nature or title, or other words for the terms, but its filing leaves the account out, and it begins where that ended; or it counts grants on that were reported apart.',
    KEY: 'The same key, and nothing speaks against it.',
    OPENED: 'No account fitted: it opened this one.',
  },
);
/** ActivityBucket. */
export const ActivityBucket = enumOf('ActivityBucket', 'How long the periods of a time line are.', {
  DAY: 'Days.',
  WEEK: 'ISO weeks, from Monday.',
  MONTH: 'Calendar months.',
  QUARTER: 'Calendar quarters.',
  YEAR: 'Calendar years.',
});

/** Basis. */
export const Basis = enumOf('Basis', 'What corporate actions do to amounts.', {
  AS_FILED: 'Amounts are what filings say.',
  ADJUSTED:
    'Amounts are restated to the day asked for by the corporate actions known then, to four places, halves to even.',
});

/** CorporateActionKind. */
export const CorporateActionKind = enumOf('CorporateActionKind', 'What was done to the shares.', {
  SPLIT: 'More new shares than old ones: a forward split or a stock dividend.',
  REVERSE_SPLIT: 'Fewer new shares than old ones.',
  RATIO_CHANGE: 'An American Depositary Share stands for another number of shares.',
});

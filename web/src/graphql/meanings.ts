/** What the schema says of every value of its enums; `npm run generate` writes it. */
export const MEANINGS = {
  "AccountEvidence": {
    "BALANCE": "The same key, and it begins where the account ended.",
    "DUPLICATE": "It reports a trade of this account once more, and changes nothing.",
    "KEY": "The same key, and nothing speaks against it.",
    "NOTES": "The same key and the same footnotes.",
    "NOTES_AND_BALANCE": "The same key (terms, direct or indirect, nature), the same footnotes, and it begins where the account ended.",
    "OPENED": "No account fitted: it opened this one.",
    "RENAMED": "Another nature or title, or other words for the terms, but its filing leaves the account out, and it begins where that ended; or it counts grants on that were reported apart.",
    "REPLACEMENT": "It replaces a line of this account, by amendment."
  },
  "AcquiredDisposed": {
    "ACQUIRED": "A.",
    "DISPOSED": "D."
  },
  "ActivityBucket": {
    "DAY": "Days.",
    "MONTH": "Calendar months.",
    "QUARTER": "Calendar quarters.",
    "WEEK": "ISO weeks, from Monday.",
    "YEAR": "Calendar years."
  },
  "AmendmentOutcome": {
    "ADDS": "Added lines.",
    "NOTE_ONLY": "Changed footnotes or remarks alone.",
    "REPLACES": "Replaced some lines of its original.",
    "RESTATES_ALL": "Replaced every line of its original.",
    "UNRESOLVED": "Its original is not in the ledger, or more than one filing or line fits."
  },
  "Basis": {
    "ADJUSTED": "Amounts are restated to the day asked for by the corporate actions known then, to four places, halves to even.",
    "AS_FILED": "Amounts are what filings say."
  },
  "BoxState": {
    "ABSENT": "The document has none.",
    "CHECKED": "It is checked.",
    "UNCHECKED": "It is there and not checked, which denies nothing."
  },
  "BreakCause": {
    "CORPORATE_ACTION": "A split or a change of an ADS ratio explains the amount.",
    "CORRECTION": "It takes back the difference of the nearest break, or that takes back its own.",
    "LATE_LINE": "It is of an earlier day than an amount reported before it.",
    "MOVED": "It moved from or to another account of the same owner.",
    "REINVESTMENT": "A small increase: a plan or reinvested dividends, which need no report.",
    "SIGN_ERROR": "It would follow, had the trade gone the other way; never said of an equity swap, which may be short.",
    "UNKNOWN": "None of these; mostly a filing is missing."
  },
  "CorporateActionKind": {
    "RATIO_CHANGE": "An American Depositary Share stands for another number of shares.",
    "REVERSE_SPLIT": "Fewer new shares than old ones.",
    "SPLIT": "More new shares than old ones: a forward split or a stock dividend."
  },
  "FormType": {
    "FORM_3": "Initial statement of beneficial ownership.",
    "FORM_3_A": "Amendment of a Form 3.",
    "FORM_4": "Statement of changes in beneficial ownership.",
    "FORM_4_A": "Amendment of a Form 4.",
    "FORM_5": "Annual statement of changes in beneficial ownership.",
    "FORM_5_A": "Amendment of a Form 5."
  },
  "HoldingStatus": {
    "CARRIED": "A later filing reported the class and left this account out; the amount still stands.",
    "CLOSED": "The balance is zero.",
    "CURRENT": "From the last filing that reported this class of security by this owner.",
    "EXPIRED": "The expiration date of the derivative has passed."
  },
  "InsiderRole": {
    "DIRECTOR": "Member of the board.",
    "OFFICER": "Officer; officerTitle says which.",
    "OTHER": "Anything else; otherText says what.",
    "TEN_PERCENT_OWNER": "Owner of more than ten percent of a registered class."
  },
  "KnownAtBasis": {
    "ACCEPTANCE": "The time at which EDGAR accepted the filing.",
    "FILING_DATE": "The filing date, 22:00 in New York.",
    "SIGNATURE_DATE": "The latest signature date, 22:00 in New York."
  },
  "LedgerEventType": {
    "FILING_AMENDED": "FilingAmended: one per amendment, and one each time it is decided otherwise.",
    "FILING_RECEIVED": "FilingReceived: one per filing.",
    "FILING_REREAD": "FilingReread: a later parser reads something else in a document.",
    "HOLDING_REPORTED": "HoldingReported: one per holding line.",
    "IDENTITY_RESOLVED": "IdentityResolved: a provisional identity got its real id.",
    "TRANSACTION_REPORTED": "TransactionReported: one per transaction line."
  },
  "LineFlag": {
    "AMOUNT_MISSING": "No amount after is given, or of a transaction neither shares nor value.",
    "BALANCE_IS_UNDERLYING": "The balance is the number of underlying shares.",
    "DATE_AFTER_FILING": "The transaction date is after the filing.",
    "DATE_IMPLAUSIBLE": "The transaction date is before 1934.",
    "NEGATIVE_AMOUNT": "An amount is below zero; the line is in no sum.",
    "ORIGINAL_MISSING": "A line of an amendment whose original is not in the ledger. It counts as a line of an original.",
    "PRICE_IMPLAUSIBLE": "No share costs so much, or the line would be worth too much.",
    "PRICE_IS_TOTAL": "The price is the total of the line.",
    "PRICE_PER_ADS": "The price is per ADS, the amount counts shares; value goes by the ratio stated.",
    "PURCHASE_DISPOSED": "A purchase marked as disposed.",
    "SALE_ACQUIRED": "A sale marked as acquired.",
    "UNKNOWN_CODE": "The code is none of the known ones."
  },
  "MatchEvidence": {
    "NAMED": "The amendment names its original by the accession number, and all of these agree.",
    "ONE_CELL": "One of these differs; shares and amount after are equal.",
    "SAME_KEY": "Class, date, code, A or D, and ownership agree.",
    "SAME_PLACE": "One document read again: lines of one table and kind go together in order.",
    "TWO_CELLS": "Two of these differ; shares, amount after and place in the table are equal."
  },
  "OrderDirection": {
    "ASC": "The least, or earliest, first.",
    "DESC": "The greatest, or latest, first."
  },
  "OwnershipForm": {
    "DIRECT": "D: by the person.",
    "INDIRECT": "I: through somebody or something else; nature says through whom."
  },
  "PersonKind": {
    "ENTITY": "A fund, trust, corporation or the like.",
    "INDIVIDUAL": "A human being.",
    "UNKNOWN": "The filings do not tell."
  },
  "PlanState": {
    "BOX_CHECKED": "The box of the filing is checked.",
    "MENTIONED": "Its footnotes name the rule, and do not say that it is not under a plan.",
    "NEGATED": "Its footnotes say that it is not under a plan.",
    "NONE": "The box is not checked, and its footnotes do not name the rule."
  },
  "Reconciliation": {
    "BREAK": "It is not; something is missing, split, exempt or mistyped.",
    "CONSISTENT": "It is the amount before it and the change.",
    "OPENING": "There is none before it."
  },
  "SecurityTable": {
    "DERIVATIVE": "Table II: options, warrants, convertibles and the like.",
    "NON_DERIVATIVE": "Table I."
  },
  "Timeliness": {
    "EARLY": "E: before it was due.",
    "LATE": "L: after it was due.",
    "ON_TIME": "When due."
  },
  "TradeSide": {
    "PURCHASE": "Bought in the open market: P.",
    "SALE": "Sold in the open market: S."
  },
  "TransactionCode": {
    "A": "Grant, award or other acquisition from the issuer, Rule 16b-3(d).",
    "C": "Conversion of a derivative security.",
    "D": "Disposition to the issuer, Rule 16b-3(e).",
    "E": "Expiration of a short derivative position.",
    "F": "Payment of an exercise price or tax by delivering or withholding securities.",
    "G": "Bona fide gift.",
    "H": "Expiration or cancellation of a long derivative position with value received.",
    "I": "Discretionary transaction, Rule 16b-3(f).",
    "J": "Other acquisition or disposition; a footnote says which.",
    "K": "Equity swap or similar instrument.",
    "L": "Small acquisition, Rule 16a-6.",
    "M": "Exercise or conversion of a derivative security, exempt under Rule 16b-3.",
    "O": "Exercise of an out-of-the-money derivative security.",
    "P": "Open-market or private purchase.",
    "S": "Open-market or private sale.",
    "U": "Disposition by tender in a change of control.",
    "W": "Acquisition or disposition by will or the laws of descent.",
    "X": "Exercise of an in-the-money or at-the-money derivative security.",
    "Z": "Deposit into or withdrawal from a voting trust."
  },
  "TransactionOrderField": {
    "EFFECTIVE_ON": "The date the ledger goes by.",
    "KNOWN_AT": "When the public could know.",
    "POSITION": "Place in the ledger.",
    "SHARES": "Shares, or derivative securities.",
    "SHARE_OF_HOLDING": "The change divided by what was held before it.",
    "VALUE": "Shares times price, USD."
  },
  "Unit": {
    "SHARES": "Shares, or derivative securities.",
    "UNDERLYING_SHARES": "Shares that underlie a derivative whose own number is not reported.",
    "USD": "US dollars of value, for debt and the like."
  },
  "WatchChannel": {
    "MAIL": "By mail.",
    "WEBHOOK": "By POST to a URL, signed by Standard Webhooks."
  },
  "WatchDigest": {
    "DAY": "At the beginning of a day, UTC.",
    "HOUR": "At the beginning of an hour."
  }
} as const;

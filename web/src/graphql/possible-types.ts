/** Which types its interfaces and unions stand for; `npm run generate` writes it. */
export const POSSIBLE_TYPES: Record<string, string[]> = {
  "HoldingSource": [
    "HoldingReported",
    "TransactionReported"
  ],
  "LedgerEvent": [
    "FilingAmended",
    "FilingReceived",
    "FilingReread",
    "HoldingReported",
    "IdentityResolved",
    "TransactionReported"
  ],
  "Node": [
    "Filing",
    "HoldingReported",
    "Issuer",
    "Person",
    "TransactionReported"
  ],
  "ReportedLine": [
    "HoldingReported",
    "TransactionReported"
  ],
  "SearchHit": [
    "Filing",
    "Issuer",
    "Person"
  ]
};

/** Which types an interface or a union stands for; `npm run generate` writes it. */
export const POSSIBLE_TYPES = {
  "HoldingSource": [
    "HoldingReported",
    "TransactionReported"
  ],
  "LedgerEvent": [
    "FilingAmended",
    "FilingReceived",
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
  "SearchHit": [
    "Issuer",
    "Person"
  ]
};

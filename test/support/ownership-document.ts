/** An invented owner and an invented purchase, as ownership XML has them. */
export const OWNER = `<reportingOwner><reportingOwnerId><rptOwnerCik>9000201</rptOwnerCik>
  <rptOwnerName>Quillon  Petra
  A</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isDirector>true</isDirector>
  <isOfficer>0</isOfficer></reportingOwnerRelationship></reportingOwner>`;
export const LINE = `<nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle>
  <transactionDate><value>2024-03-01</value></transactionDate>
  <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>P</transactionCode></transactionCoding>
  <transactionAmounts><transactionShares><value>100.5000</value><footnoteId id="F1"/></transactionShares>
  <transactionPricePerShare><value>0.0001</value></transactionPricePerShare>
  <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
  <postTransactionAmounts><sharesOwnedFollowingTransaction><value>16608240000</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
  <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
  </nonDerivativeTransaction>`;

/** An ownership document with one owner and one line, or with other parts in their place. */
export function ownershipDocument({
  type = '4',
  owner = OWNER,
  lines = LINE,
  more = '',
} = {}): string {
  return `<?xml version="1.0"?>
<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>${type}</documentType>
  <periodOfReport>2024-03-01-05:00</periodOfReport>
  <issuer><issuerCik>0009000101</issuerCik><issuerName>Invented Industries Inc</issuerName><issuerTradingSymbol>INVT</issuerTradingSymbol></issuer>
  ${owner}<nonDerivativeTable>${lines}</nonDerivativeTable>
  <footnotes><footnote id="F1">Bought &amp; kept.</footnote><footnote id="F2">Cited by nobody.</footnote></footnotes>
  ${more}<ownerSignature><signatureName>/s/ Petra Quillon</signatureName><signatureDate>2024-03-04</signatureDate></ownerSignature>
</ownershipDocument>`;
}

/** A transaction line with one of its cells written otherwise. */
export function withCell(from: string, to: string): string {
  return ownershipDocument({ lines: LINE.replace(from, to) });
}

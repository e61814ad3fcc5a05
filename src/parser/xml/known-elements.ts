import type { XmlElement } from './element.ts';
import { clip, type Findings } from './reader.ts';

/** Every element of the EDGAR Ownership XML Technical Specification, X0101 to X0609. */
const KNOWN = new Set(
  `ownershipDocument schemaVersion documentType periodOfReport dateOfOriginalSubmission
  noSecuritiesOwned notSubjectToSection16 form3HoldingsReported form4TransactionsReported aff10b5One
  issuer issuerCik issuerName issuerTradingSymbol issuerForeignTradingSymbol
  reportingOwner reportingOwnerId rptOwnerCik rptOwnerCcc rptOwnerName reportingOwnerAddress
  rptOwnerStreet1 rptOwnerStreet2 rptOwnerCity rptOwnerState rptOwnerZipCode rptOwnerStateDescription
  rptOwnerGoodAddress rptOwnerNonUSAddressFlag rptOwnerNonUSStateTerritory rptOwnerCountry
  reportingOwnerRelationship isDirector isOfficer isTenPercentOwner isOther officerTitle otherText
  nonDerivativeTable nonDerivativeTransaction nonDerivativeHolding
  derivativeTable derivativeTransaction derivativeHolding
  securityTitle conversionOrExercisePrice transactionDate deemedExecutionDate transactionCoding
  transactionFormType transactionCode equitySwapInvolved transactionTimeliness transactionAmounts
  transactionShares transactionTotalValue transactionPricePerShare transactionAcquiredDisposedCode
  exerciseDate expirationDate underlyingSecurity underlyingSecurityTitle underlyingSecurityShares
  underlyingSecurityValue postTransactionAmounts sharesOwnedFollowingTransaction
  valueOwnedFollowingTransaction ownershipNature directOrIndirectOwnership natureOfOwnership
  footnotes footnote footnoteId remarks ownerSignature signatureName signatureDate value`.split(
    /\s+/,
  ),
);

/** Warns once of each element that no version of the specification has. */
export function warnOfUnknown(root: XmlElement, findings: Findings): void {
  const seen = new Set<string>();
  const path: string[] = [root.name];
  const visit = (element: XmlElement) => {
    for (const inner of element.children) {
      path.push(inner.name);
      if (!KNOWN.has(inner.name) && !seen.has(inner.name)) {
        seen.add(inner.name);
        const message = 'No known schema version has this element.';
        findings.warn('UNKNOWN_ELEMENT', path.map(clip).join('/'), message);
      }
      visit(inner);
      path.pop();
    }
  };
  visit(root);
}

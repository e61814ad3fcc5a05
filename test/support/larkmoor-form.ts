import type { Filing } from '../../src/parser/index.ts';

/** A row of Table I and one of Table II, of an invented Form 4 of 2004, and the form. */
export const ROW = `<nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>2004-02-03</value></transactionDate><transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode></transactionCoding><transactionAmounts><transactionShares><value>300</value></transactionShares><transactionPricePerShare><value>10.5</value><footnoteId id="F1"/></transactionPricePerShare><transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts><postTransactionAmounts><sharesOwnedFollowingTransaction><value>700</value></sharesOwnedFollowingTransaction></postTransactionAmounts><ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>`;
export const OPTION = `<derivativeTransaction><securityTitle><value>Option</value></securityTitle><conversionOrExercisePrice><value>4</value></conversionOrExercisePrice><transactionDate><value>2004-02-03</value></transactionDate><transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode></transactionCoding><transactionAmounts><transactionShares><value>50</value></transactionShares><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts><underlyingSecurity><underlyingSecurityTitle><value>Common Stock</value></underlyingSecurityTitle><underlyingSecurityShares><value>50</value></underlyingSecurityShares></underlyingSecurity><postTransactionAmounts><sharesOwnedFollowingTransaction><value>50</value></sharesOwnedFollowingTransaction></postTransactionAmounts><ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></derivativeTransaction>`;
export const DOCUMENT = `<?xml version="1.0"?>
<ownershipDocument><schemaVersion>X0202</schemaVersion><documentType>4</documentType><periodOfReport>2004-02-03</periodOfReport><issuer><issuerCik>0009000901</issuerCik><issuerName>Larkmoor Kilns Inc</issuerName></issuer><reportingOwner><reportingOwnerId><rptOwnerCik>0009000902</rptOwnerCik><rptOwnerName>Sedge Orla</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner><nonDerivativeTable>${ROW}</nonDerivativeTable><derivativeTable>${OPTION}</derivativeTable><footnotes><footnote id="F1">Held by the Sedge Trust.</footnote></footnotes><remarks>None to speak of.</remarks><ownerSignature><signatureName>/s/ Orla Sedge</signatureName><signatureDate>2004-02-05</signatureDate></ownerSignature></ownershipDocument>`;

/** The document with one place of it written otherwise. */
export const instead = (place: string | RegExp, text: string) => {
  const changed = DOCUMENT.replace(place, () => text);
  if (changed === DOCUMENT) throw new Error(`There is no ${String(place)}.`);
  return changed;
};
/** The document with every such place of it written otherwise. */
export const everywhere = (place: string | RegExp, text: string) =>
  DOCUMENT.replaceAll(place, text);
/** The document cut into lines of so many characters. */
export const wrapped = (width: number, end: string) =>
  DOCUMENT.split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
    .join(end);

/** What a filing says, in few words. */
export const words = ({
  lines,
  issuer,
  reportingOwners,
  footnotes,
  remarks,
  signatures,
}: Filing) => ({
  lines: lines.map((line) =>
    line.kind === 'holding'
      ? `holding ${line.securityTitle}`
      : [line.securityTitle, line.transactionDate, line.code, line.shares, line.pricePerShare]
          .concat([line.acquiredDisposed, line.sharesAfter])
          .concat(line.footnotes.map(({ field, id }) => `${field} ${id}`))
          .join(' '),
  ),
  issuer: issuer.name,
  owners: reportingOwners.map(({ name }) => name),
  footnotes: footnotes.map(({ text }) => text),
  remarks,
  signed: signatures.map(({ name }) => name),
});
/** What the document says. */
export const READ = {
  lines: [
    'Common Stock 2004-02-03 S 300 10.5 DISPOSED 700 pricePerShare F1',
    'Option 2004-02-03 A 50  ACQUIRED 50',
  ],
  issuer: 'Larkmoor Kilns Inc',
  owners: ['Sedge Orla'],
  footnotes: ['Held by the Sedge Trust.'],
  remarks: 'None to speak of.',
  signed: ['/s/ Orla Sedge'],
};

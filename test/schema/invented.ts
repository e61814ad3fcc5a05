/** One cell of ownership XML, with the footnotes it cites. */
const cell = (name: string, value: string, ...notes: string[]) =>
  `<${name}><value>${value}</value>${notes.map((id) => `<footnoteId id="${id}"/>`).join('')}</${name}>`;

/** What an invented Form 4 says. */
export interface InventedForm4 {
  readonly period: string;
  readonly signedOn: string;
  readonly issuer?: { readonly cik: string; readonly name: string; readonly ticker: string };
  readonly owners: readonly { readonly cik: string; readonly name: string }[];
  readonly lines: readonly {
    readonly date?: string;
    readonly code?: string;
    readonly shares: string;
    readonly price: string;
    readonly acquired?: boolean;
    readonly after: string;
  }[];
}

/** Invented, as everybody in it; any likeness is chance. */
const QUENBY = { cik: '0009000901', name: 'Quenby Valves Inc', ticker: 'QNBV' };

/** Ownership XML of a Form 4 that nobody filed. */
export function inventedForm4(form: InventedForm4): string {
  const issuer = form.issuer ?? QUENBY;
  const owners = form.owners.map(
    ({ cik, name }) => `<reportingOwner>
      <reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik><rptOwnerName>${name}</rptOwnerName></reportingOwnerId>
      <reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
    </reportingOwner>`,
  );
  const lines = form.lines.map(
    (line) => `<nonDerivativeTransaction>
      ${cell('securityTitle', 'Common Stock')}
      ${cell('transactionDate', line.date ?? form.period)}
      <transactionCoding><transactionFormType>4</transactionFormType>
        <transactionCode>${line.code ?? 'P'}</transactionCode>
        <equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
      <transactionAmounts>
        ${cell('transactionShares', line.shares)}
        ${cell('transactionPricePerShare', line.price, 'F1', 'F9')}
        ${cell('transactionAcquiredDisposedCode', (line.acquired ?? true) ? 'A' : 'D')}
      </transactionAmounts>
      <postTransactionAmounts>${cell('sharesOwnedFollowingTransaction', line.after)}</postTransactionAmounts>
      <ownershipNature>${cell('directOrIndirectOwnership', 'D')}</ownershipNature>
    </nonDerivativeTransaction>`,
  );
  return `<?xml version="1.0"?>
  <ownershipDocument>
    <schemaVersion>X0508</schemaVersion>
    <documentType>4</documentType>
    <periodOfReport>${form.period}</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer><issuerCik>${issuer.cik}</issuerCik><issuerName>${issuer.name}</issuerName>
      <issuerTradingSymbol>${issuer.ticker}</issuerTradingSymbol></issuer>
    ${owners.join('')}
    <aff10b5One>0</aff10b5One>
    <nonDerivativeTable>${lines.join('')}</nonDerivativeTable>
    <footnotes><footnote id="F1">Invented.</footnote></footnotes>
    <ownerSignature><signatureName>/s/ Nobody</signatureName>
      <signatureDate>${form.signedOn}</signatureDate></ownerSignature>
  </ownershipDocument>`;
}

/** So many Form 4s of so many people, on consecutive days, by accession number. */
export function inventedForm4s(count: number): Record<string, string> {
  const documents: Record<string, string> = {};
  for (let index = 1; index <= count; index += 1) {
    const day = `2023-05-${String(index).padStart(2, '0')}`;
    const text = inventedForm4({
      period: day,
      signedOn: day,
      owners: [{ cik: String(9_000_910 + index), name: `Test${'ABCDEFGHIJKLMNOP'[index]} Owner` }],
      lines: [{ shares: '100', price: '2.5', after: '1000' }],
    });
    documents[`0009000901-23-${String(index).padStart(6, '0')}.xml`] = text;
  }
  return documents;
}

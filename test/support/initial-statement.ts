import type { InsiderRole } from '../../src/rules/relationships/index.ts';

/**
 * What an invented Form 3 without securities says: who is what to an issuer, from when, known when.
 */
export interface InitialStatement {
  readonly number: number;
  readonly issuer: number;
  readonly owners: readonly {
    readonly cik: number;
    readonly roles?: readonly InsiderRole[];
    readonly title?: string;
  }[];
  readonly on: string;
  readonly signedOn: string;
  readonly isExit?: boolean;
}

const BOXES = {
  DIRECTOR: 'isDirector',
  OFFICER: 'isOfficer',
  TEN_PERCENT_OWNER: 'isTenPercentOwner',
  OTHER: 'isOther',
} as const satisfies Record<InsiderRole, string>;

/** The name and text of its ownership XML. Issuers and owners are numbered, and nobody real. */
export function initialStatement(form: InitialStatement): [string, string] {
  const owners = form.owners.map(({ cik, roles = ['DIRECTOR'], title }) => {
    const boxes = roles.map((role) => `<${BOXES[role]}>1</${BOXES[role]}>`).join('');
    const titled = title === undefined ? '' : `<officerTitle>${title}</officerTitle>`;
    return `<reportingOwner>
      <reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik><rptOwnerName>Owner Numbered ${cik}</rptOwnerName></reportingOwnerId>
      <reportingOwnerRelationship>${boxes}${titled}</reportingOwnerRelationship></reportingOwner>`;
  });
  const xml = `<ownershipDocument><documentType>3</documentType><periodOfReport>${form.on}</periodOfReport>
    <noSecuritiesOwned>1</noSecuritiesOwned><notSubjectToSection16>${form.isExit === true ? 1 : 0}</notSubjectToSection16>
    <issuer><issuerCik>${form.issuer}</issuerCik><issuerName>Issuer Numbered ${form.issuer}</issuerName></issuer>
    ${owners.join('')}
    <ownerSignature><signatureName>Nobody</signatureName><signatureDate>${form.signedOn}</signatureDate></ownerSignature></ownershipDocument>`;
  return [`0009000001-24-${String(form.number).padStart(6, '0')}.xml`, xml];
}

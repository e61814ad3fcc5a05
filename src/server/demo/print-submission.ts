import type { FiledIssuer, Filing } from '../../parser/index.ts';
import type { Instant } from '../../values/index.ts';
import { printOwnershipXml } from './print-ownership-xml.ts';

/** A filing with its number and its times. */
export type NumberedFiling = Filing & {
  readonly accessionNumber: string;
  readonly filedOn: string;
  readonly acceptedAt: Instant;
};

/**
 * Prints a filing as EDGAR's full submission text: a header with number, filing date, acceptance
 * time and what it says of the issuer, then the XML.
 */
export function printSubmission(filing: NumberedFiling): string {
  const { accessionNumber, filedOn, acceptedAt, form } = filing;
  const day = filedOn.replaceAll('-', '');
  const type = form.slice(5).replace('_', '/');
  return `<SEC-DOCUMENT>${accessionNumber}.txt : ${day}
<SEC-HEADER>${accessionNumber}.hdr.sgml : ${day}
<ACCEPTANCE-DATETIME>${newYorkDigits(acceptedAt)}
ACCESSION NUMBER:\t\t${accessionNumber}
CONFORMED SUBMISSION TYPE:\t${type}
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t${day}
${headerIssuer(filing.issuer)}</SEC-HEADER>
<DOCUMENT>
<TYPE>${type}
<SEQUENCE>1
<FILENAME>form.xml
<TEXT>
<XML>
${printOwnershipXml(filing)}
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
}

/** Nothing where there are no facts. */
function headerIssuer({ cik, name, headerFacts }: FiledIssuer): string {
  if (headerFacts === undefined || cik === null) return '';
  const { sic, sicDescription, fiscalYearEnd, stateOfIncorporation, formerNames } = headerFacts;
  const field = (label: string, value: string | null) =>
    value === null ? '' : `\t\t${label}:\t\t\t${value}\n`;
  const former = formerNames.map(
    (each) =>
      `\n\tFORMER COMPANY:\n${field('FORMER CONFORMED NAME', each.name)}` +
      field('DATE OF NAME CHANGE', each.until.replaceAll('-', '')),
  );
  return (
    `\nISSUER:\n\n\tCOMPANY DATA:\n${field('COMPANY CONFORMED NAME', name)}` +
    field('CENTRAL INDEX KEY', cik) +
    field('STANDARD INDUSTRIAL CLASSIFICATION', sic && `${sicDescription ?? ''} [${sic}]`) +
    field('STATE OF INCORPORATION', stateOfIncorporation) +
    field('FISCAL YEAR END', fiscalYearEnd) +
    former.join('')
  );
}

const NEW_YORK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function newYorkDigits(instant: Instant): string {
  return NEW_YORK.format(new Date(instant)).replace(/\D/g, '');
}

import type { FiledAddress, FiledIssuer, FiledOwner } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import { placeOf, readCik, readText } from './cells.ts';
import type { Row } from './read-tables.ts';

/** The issuer that a row of SUBMISSION names; null, with a problem, where it has no name. */
export function readIssuer(row: Row, findings: Findings): FiledIssuer | null {
  const name = readText(row, 'ISSUERNAME');
  if (name === null) {
    findings.problem('MISSING', placeOf(row, 'ISSUERNAME'), 'The issuer has no name.');
    return null;
  }
  return {
    cik: readCik(row, 'ISSUERCIK', findings),
    name,
    tradingSymbol: readText(row, 'ISSUERTRADINGSYMBOL'),
    foreignTradingSymbol: null,
  };
}

/** One row of REPORTINGOWNER; null, with a problem, where it has no name. */
export function readOwner(row: Row, findings: Findings): FiledOwner | null {
  const name = readText(row, 'RPTOWNERNAME');
  if (name === null) {
    findings.problem('MISSING', placeOf(row, 'RPTOWNERNAME'), 'The reporting owner has no name.');
    return null;
  }
  return {
    cik: readCik(row, 'RPTOWNERCIK', findings),
    name,
    address: readAddress(row),
    ...readRelationship(row, findings),
    officerTitle: readText(row, 'RPTOWNER_TITLE'),
    otherText: readText(row, 'RPTOWNER_TXT'),
  };
}

/** A list in any case, with anything between its words. */
function readRelationship(row: Row, findings: Findings) {
  const said = new Set<string>();
  const text = readText(row, 'RPTOWNER_RELATIONSHIP') ?? '';
  const rest = text.replace(/director|officer|ten[ _-]?percent[ _-]?owner|other/gi, (word) => {
    said.add(word.slice(0, 2).toUpperCase());
    return ' ';
  });
  if (/[\p{L}\p{N}]/u.test(rest)) {
    const message = `"${clip(text)}" is no list of relationships.`;
    findings.warn('INVALID_VALUE', placeOf(row, 'RPTOWNER_RELATIONSHIP'), message);
  }
  return {
    isDirector: said.has('DI'),
    isOfficer: said.has('OF'),
    isTenPercentOwner: said.has('TE'),
    isOther: said.has('OT'),
  };
}

function readAddress(row: Row): FiledAddress | null {
  const address = {
    isNonUs: null,
    street1: readText(row, 'RPTOWNER_STREET1'),
    street2: readText(row, 'RPTOWNER_STREET2'),
    city: readText(row, 'RPTOWNER_CITY'),
    state: readText(row, 'RPTOWNER_STATE'),
    nonUsStateTerritory: null,
    zip: readText(row, 'RPTOWNER_ZIPCODE'),
    country: null,
    stateDescription: readText(row, 'RPTOWNER_STATE_DESC'),
  };
  return Object.values(address).every((value) => value === null) ? null : address;
}

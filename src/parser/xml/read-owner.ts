import { type Cik, parseCik } from '../../values/index.ts';
import type { FiledAddress, FiledIssuer, FiledOwner } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import { child, type XmlElement } from './element.ts';
import { type Placed, readBox, readText } from './reader.ts';

/** The issuer; null, with a problem, where it has no name. */
export function readIssuer(issuer: Placed, findings: Findings): FiledIssuer | null {
  const { element } = issuer;
  const name = readText(child(element, 'issuerName'));
  if (name === null) {
    findings.problem('MISSING', `${issuer.path}/issuerName`, 'The issuer has no name.');
    return null;
  }
  return {
    cik: readCik(child(element, 'issuerCik'), issuer, findings),
    name,
    tradingSymbol: readText(child(element, 'issuerTradingSymbol')),
    foreignTradingSymbol: readText(child(element, 'issuerForeignTradingSymbol')),
  };
}

/** One reporting owner; null, with a problem, where it has no name. */
export function readOwner(owner: Placed, findings: Findings): FiledOwner | null {
  const id = child(owner.element, 'reportingOwnerId');
  const relationship = child(owner.element, 'reportingOwnerRelationship');
  const name = readText(child(id, 'rptOwnerName'));
  if (name === null) {
    const path = `${owner.path}/reportingOwnerId/rptOwnerName`;
    findings.problem('MISSING', path, 'The reporting owner has no name.');
    return null;
  }
  return {
    cik: readCik(child(id, 'rptOwnerCik'), owner, findings),
    name,
    address: readAddress(child(owner.element, 'reportingOwnerAddress')),
    isDirector: readBox(child(relationship, 'isDirector')) ?? false,
    isOfficer: readBox(child(relationship, 'isOfficer')) ?? false,
    isTenPercentOwner: readBox(child(relationship, 'isTenPercentOwner')) ?? false,
    isOther: readBox(child(relationship, 'isOther')) ?? false,
    officerTitle: readText(child(relationship, 'officerTitle')),
    otherText: readText(child(relationship, 'otherText')),
  };
}

function readCik(cell: XmlElement | undefined, within: Placed, findings: Findings): Cik | null {
  const text = readText(cell);
  if (text === null) return null;
  const cik = parseCik(text);
  if (cik === null) {
    findings.warn('INVALID_VALUE', within.pathTo(cell), `"${clip(text)}" is no CIK.`);
  }
  return cik;
}

function readAddress(address: XmlElement | undefined): FiledAddress | null {
  if (address === undefined) return null;
  const read = {
    isNonUs: readBox(child(address, 'rptOwnerNonUSAddressFlag')),
    street1: readText(child(address, 'rptOwnerStreet1')),
    street2: readText(child(address, 'rptOwnerStreet2')),
    city: readText(child(address, 'rptOwnerCity')),
    state: readText(child(address, 'rptOwnerState')),
    nonUsStateTerritory: readText(child(address, 'rptOwnerNonUSStateTerritory')),
    zip: readText(child(address, 'rptOwnerZipCode')),
    country: readText(child(address, 'rptOwnerCountry')),
    stateDescription: readText(child(address, 'rptOwnerStateDescription')),
  };
  return Object.values(read).every((value) => value === null || value === false) ? null : read;
}

import { type Cik, parseCik } from '../../values/index.ts';
import type { FiledAddress, FiledIssuer, FiledOwner } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import { at, type Placed, readBox, readText } from './reader.ts';

/** The issuer; null, with a problem, where it has no name. */
export function readIssuer(issuer: Placed, findings: Findings): FiledIssuer | null {
  const filedName = at(issuer, 'issuerName');
  const name = readText(filedName);
  if (name === null) {
    findings.problem('MISSING', filedName.path, 'The issuer has no name.');
    return null;
  }
  return {
    cik: readCik(at(issuer, 'issuerCik'), findings),
    name,
    tradingSymbol: readText(at(issuer, 'issuerTradingSymbol')),
    foreignTradingSymbol: readText(at(issuer, 'issuerForeignTradingSymbol')),
  };
}

/** One reporting owner; null, with a problem, where it has no name. */
export function readOwner(owner: Placed, findings: Findings): FiledOwner | null {
  const id = at(owner, 'reportingOwnerId');
  const relationship = at(owner, 'reportingOwnerRelationship');
  const filedName = at(id, 'rptOwnerName');
  const name = readText(filedName);
  if (name === null) {
    findings.problem('MISSING', filedName.path, 'The reporting owner has no name.');
    return null;
  }
  return {
    cik: readCik(at(id, 'rptOwnerCik'), findings),
    name,
    address: readAddress(at(owner, 'reportingOwnerAddress')),
    isDirector: readBox(at(relationship, 'isDirector')) ?? false,
    isOfficer: readBox(at(relationship, 'isOfficer')) ?? false,
    isTenPercentOwner: readBox(at(relationship, 'isTenPercentOwner')) ?? false,
    isOther: readBox(at(relationship, 'isOther')) ?? false,
    officerTitle: readText(at(relationship, 'officerTitle')),
    otherText: readText(at(relationship, 'otherText')),
  };
}

function readCik(place: Placed, findings: Findings): Cik | null {
  const text = readText(place);
  if (text === null) return null;
  const cik = parseCik(text);
  if (cik === null) findings.warn('INVALID_VALUE', place.path, `"${clip(text)}" is no CIK.`);
  return cik;
}

function readAddress(address: Placed): FiledAddress | null {
  if (address.element === undefined) return null;
  const read = {
    isNonUs: readBox(at(address, 'rptOwnerNonUSAddressFlag')),
    street1: readText(at(address, 'rptOwnerStreet1')),
    street2: readText(at(address, 'rptOwnerStreet2')),
    city: readText(at(address, 'rptOwnerCity')),
    state: readText(at(address, 'rptOwnerState')),
    nonUsStateTerritory: readText(at(address, 'rptOwnerNonUSStateTerritory')),
    zip: readText(at(address, 'rptOwnerZipCode')),
    country: readText(at(address, 'rptOwnerCountry')),
    stateDescription: readText(at(address, 'rptOwnerStateDescription')),
  };
  return Object.values(read).every((value) => value === null || value === false) ? null : read;
}

import { type Cik, parseCik } from '../../values/index.ts';
import type { FiledAddress, FiledIssuer, FiledOwner } from '../filing.ts';
import { at, clip, type Findings, type Placed, readBox, readText } from './reader.ts';

/** The issuer; null, with a problem, where it has no name. */
export function readIssuer(issuer: Placed, findings: Findings): FiledIssuer | null {
  const name = readText(at(issuer, 'issuerName'));
  if (name === null) {
    findings.problem('MISSING', `${issuer.path}/issuerName`, 'A filing names its issuer.');
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
  const name = readText(at(id, 'rptOwnerName'));
  if (name === null) {
    findings.problem('MISSING', `${id.path}/rptOwnerName`, 'A reporting owner has a name.');
    return null;
  }
  const box = (element: string) => readBox(at(relationship, element)) ?? false;
  return {
    cik: readCik(at(id, 'rptOwnerCik'), findings),
    name,
    address: readAddress(at(owner, 'reportingOwnerAddress')),
    isDirector: box('isDirector'),
    isOfficer: box('isOfficer'),
    isTenPercentOwner: box('isTenPercentOwner'),
    isOther: box('isOther'),
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
  const part = (name: string) => readText(at(address, name));
  const parts = {
    street1: part('rptOwnerStreet1'),
    street2: part('rptOwnerStreet2'),
    city: part('rptOwnerCity'),
    state: part('rptOwnerState'),
    nonUsStateTerritory: part('rptOwnerNonUSStateTerritory'),
    zip: part('rptOwnerZipCode'),
    country: part('rptOwnerCountry'),
    stateDescription: part('rptOwnerStateDescription'),
  };
  if (Object.values(parts).every((value) => value === null)) return null;
  return { isNonUs: readBox(at(address, 'rptOwnerNonUSAddressFlag')), ...parts };
}

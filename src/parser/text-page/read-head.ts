import type { FiledIssuer, FiledOwner } from '../filing.ts';
import { isChecked } from './boxes.ts';
import { plain } from './cells.ts';

/** The issuer's name and symbol: the brackets around the symbol are the page's. */
export function readIssuer(text: string): FiledIssuer | null {
  const words = plain(text);
  const match = /^([^[]*)\[(.*)\]$/.exec(words) ?? /^([^[]*)\[([^[\]]*)\]/.exec(words);
  const name = (match?.[1] ?? words).trim();
  if (name === '') return null;
  return { cik: null, name, tradingSymbol: match?.[2]?.trim() || null, foreignTradingSymbol: null };
}

/** An owner's name and address, and what the relationship box says of it. */
export function readOwner(text: string, relationship: string): FiledOwner | null {
  const underlined = /<u>([^<]{1,300})<\/u>/i.exec(text)?.[1];
  const words = plain(text);
  const name = plain(underlined ?? words.split(/\(Last\)/i)[0] ?? '');
  if (name === '') return null;
  const box = (label: RegExp) => isChecked(relationship, label) ?? false;
  const isOfficer = box(/Officer\s*\(give title/);
  const isOther = box(/Other\s*\(specify/);
  const [first = null, second = null] = statedBelow(relationship);
  return {
    cik: null,
    name,
    address: readAddress(words),
    isDirector: box(/Director/),
    isOfficer,
    isTenPercentOwner: box(/10\s?%\s*Owner/),
    isOther,
    officerTitle: isOfficer ? first : null,
    otherText: isOther ? (isOfficer ? second : first) : null,
  };
}

/** The officer's title and the other's text, which stand below their boxes. */
function statedBelow(relationship: string): string[] {
  const underlined = [...relationship.matchAll(/<u>([^<]{1,300})<\/u>/gi)].map(([, text = '']) =>
    plain(text),
  );
  const stated = underlined.filter((text) => text !== '');
  if (stated.length > 0) return stated;
  const rest = plain(relationship.split(/\(specify below\)/i)[1] ?? '').replace(
    /^[☐☑☒\s[\]xX]*$/,
    '',
  );
  return rest === '' ? [] : [rest];
}

function readAddress(words: string): FiledOwner['address'] {
  const street = /\(Middle\)\s*(.*?)\s*\(Street\)/i.exec(words)?.[1]?.trim() ?? '';
  const place = /\(Street\)\s*(.*?)\s*\(City\)/i.exec(words)?.[1]?.trim() ?? '';
  const parts = /^(.*?)\s+([A-Z][A-Z0-9])\s+([A-Z0-9][A-Z0-9 -]{2,9})$/i.exec(place);
  if (street === '' && place === '') return null;
  return {
    isNonUs: null,
    street1: street || null,
    street2: null,
    city: (parts?.[1] ?? place) || null,
    state: parts?.[2] ?? null,
    nonUsStateTerritory: null,
    zip: parts?.[3] ?? null,
    country: null,
    stateDescription: null,
  };
}

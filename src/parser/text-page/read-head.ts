import { type Cik, parseCik } from '../../values/index.ts';
import type { FiledIssuer, FiledOwner } from '../filing.ts';
import { isChecked } from './boxes.ts';
import { plain } from './plain.ts';

/** A link to a party's filings on EDGAR, as html-to-text prints it behind the name. */
const LINKED_BEHIND = /\[[^[\]\s]{0,500}\bCIK=0*(\d{1,10})[^[\]\s]{0,200}\]/i;
const BEHIND = /\[(?:https?:|\/)[^[\]\s]{0,700}\]/g;
/** The same as Markdown prints it. */
const LINKED = /\[([^\]\n]{1,300})\]\([^()\s]{0,500}\bCIK=0*(\d{1,10})[^()\s]{0,200}\)/i;
const UNDERLINED = /<u>([^<]{0,300})<\/u>/gi;

/** The issuer's name and symbols: the brackets around a symbol are the page's. */
export function readIssuer(text: string, foreignSymbol: string): FiledIssuer | null {
  const linked = readLink(text);
  const words = plain(text.replace(BEHIND, ' '));
  const match = /^(.*?)\s*\[(.*)\]$/.exec(words) ?? /^([^[]*)\[([^[\]]*)\]/.exec(words);
  const name = linked?.name ?? (match?.[1] ?? words).trim();
  if (name === '') return null;
  return {
    cik: linked?.cik ?? null,
    name,
    tradingSymbol: match?.[2]?.trim() || null,
    foreignTradingSymbol: plain(foreignSymbol).replace(/^\[\s*(.*?)\s*\]$/, '$1') || null,
  };
}

/** An owner's name and address, and what the relationship box says of it. */
export function readOwner(text: string, relationshipBox: string): FiledOwner | null {
  const relationship = relationshipBox.replace(/\s+/g, ' ');
  const linked = readLink(text);
  const [, underlined] = /<u>([^<]{1,300})<\/u>/i.exec(text) ?? [];
  const words = plain(text.replace(BEHIND, ' '));
  const name = linked?.name ?? plain(underlined ?? words.split(/\(Last\)/i)[0] ?? '');
  if (name === '') return null;
  const box = (label: RegExp) => isChecked(relationship, label) ?? false;
  const isOfficer = box(/Officer\s*\(give title/);
  const isOther = box(/Other\s*\(specify/);
  const stated = statedBelow(relationship);
  return {
    cik: linked?.cik ?? null,
    name,
    address: readAddress(words),
    isDirector: box(/Director/),
    isOfficer,
    isTenPercentOwner: box(/10\s?%\s*Owner/),
    isOther,
    officerTitle: (isOfficer && stated[0]) || null,
    otherText: (isOther && (isOfficer ? stated[1] : stated.find((one) => one !== ''))) || null,
  };
}

function readLink(text: string): { readonly name: string; readonly cik: Cik | null } | null {
  if (!text.includes('CIK=')) return null;
  const [, name, digits] = LINKED.exec(text) ?? [];
  if (name !== undefined && digits !== undefined) {
    return { name: plain(name), cik: parseCik(digits) };
  }
  const behind = LINKED_BEHIND.exec(text);
  const before = plain(text.slice(0, behind?.index ?? 0));
  if (behind?.[1] === undefined || before === '' || /[[\]]/.test(before)) return null;
  return { name: before, cik: parseCik(behind[1]) };
}

/** The officer's title and the other's text, which stand below their boxes, in this order. */
function statedBelow(relationship: string): string[] {
  const underlined = [...relationship.matchAll(UNDERLINED)].map(([, text = '']) => plain(text));
  if (underlined.length > 0) return underlined;
  const below = relationship.split(/\(specify below\)/i)[1] ?? '';
  return below
    .split(/<br\s*\/?>/i)
    .map((text) => plain(text).replace(/^[☐☑☒\s[\]xX]*$/, ''))
    .filter((text) => text !== '');
}

function readAddress(words: string): FiledOwner['address'] {
  const street = /\(Middle\)\s*(.*?)\s*\(Street\)/i.exec(words)?.[1]?.trim() ?? '';
  const place = /\(Street\)\s*(.*?)\s*\(City\)/i.exec(words)?.[1]?.trim() ?? '';
  const country = /\(Zip\)\s*(.*?)\s*\(Country\)/i.exec(words)?.[1]?.trim() || null;
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
    country,
    stateDescription: null,
  };
}

import type { FiledLine, FiledOwner, Filing } from './filing.ts';
import { type ParseResult, refusal } from './problem.ts';

/** EDGAR takes 150 characters of a name or title and 255 of a signature. */
const CELL_AT_MOST = 2_000;
/** EDGAR takes 1,000 characters of a footnote and 2,000 of the remarks. */
const NOTE_AT_MOST = 20_000;

/**
 * Refuses a filing with a text that is longer than any filing has: what is appended stays, and
 * every answer would carry it. Null where there is none. The message names the text by its field.
 */
export function refuseLongText(filing: Filing): ParseResult | null {
  if (!hasLongText(filing)) return null;
  const message = longTextIn(filing, '') ?? 'A text has too many characters.';
  return refusal('TOO_LARGE', '1:1', message);
}

/** Every filing is asked this, so that nothing is built for it. */
function hasLongText(filing: Filing): boolean {
  const { schemaVersion, issuer, remarks } = filing;
  return (
    isLong(schemaVersion) ||
    isLong(issuer.name) ||
    isLong(issuer.tradingSymbol) ||
    isLong(issuer.foreignTradingSymbol) ||
    isLong(remarks, NOTE_AT_MOST) ||
    filing.reportingOwners.some(hasLongWords) ||
    filing.lines.some(hasLongCell) ||
    filing.footnotes.some(({ id, text }) => isLong(id) || isLong(text, NOTE_AT_MOST)) ||
    filing.signatures.some(({ name }) => isLong(name)) ||
    filing.exhibits.some(
      ({ type, fileName, description }) => isLong(type) || isLong(fileName) || isLong(description),
    )
  );
}

function hasLongWords({ name, officerTitle, otherText, address }: FiledOwner): boolean {
  return (
    isLong(name) ||
    isLong(officerTitle) ||
    isLong(otherText) ||
    (address !== null &&
      (isLong(address.street1) ||
        isLong(address.street2) ||
        isLong(address.city) ||
        isLong(address.state) ||
        isLong(address.nonUsStateTerritory) ||
        isLong(address.zip) ||
        isLong(address.country) ||
        isLong(address.stateDescription)))
  );
}

function hasLongCell(line: FiledLine): boolean {
  return (
    isLong(line.securityTitle) ||
    isLong(line.formType) ||
    isLong(line.nature) ||
    isLong(line.underlyingTitle) ||
    (line.kind === 'transaction' && isLong(line.code)) ||
    line.footnotes.some(({ id }) => isLong(id))
  );
}

function isLong(text: string | null, most = CELL_AT_MOST): boolean {
  return text !== null && text.length > most;
}

/**
 * What to say of the first text that is too long; fields and places in a list from 1, as in a
 * Filing.
 */
function longTextIn(value: unknown, field: string): string | null {
  if (typeof value === 'string') {
    const most = /(?:^remarks|\.text)$/.test(field) ? NOTE_AT_MOST : CELL_AT_MOST;
    if (value.length <= most) return null;
    return `${field} has more than ${most} characters: ${value.length}.`;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const place = Array.isArray(value)
      ? `[${Number(key) + 1}]`
      : `${field === '' ? '' : '.'}${key}`;
    const said = longTextIn(inner, `${field}${place}`);
    if (said !== null) return said;
  }
  return null;
}

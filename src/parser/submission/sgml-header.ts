import {
  type AccessionNumber,
  type CalendarDate,
  type Cik,
  calendarDate,
  type Instant,
  newYorkTime,
  parseAccessionNumber,
  parseCik,
} from '../../values/index.ts';
import type { HeaderFacts } from '../filing.ts';
import { FactsReader } from './header-facts.ts';

/** A party's conformed name and CIK, and what else is said of it where it is an issuer. */
export interface HeaderParty {
  readonly name: string;
  readonly cik: Cik | null;
  readonly facts: HeaderFacts | null;
}

/** Headers are short: what comes after is no header, however large. */
const LONGEST_HEADER = 400_000;
const LONGEST_NAME = 100;

/**
 * What the SGML header of a submission knows, in both styles: indented lines ("ACCESSION NUMBER:"),
 * and bare tags ("<ACCESSION-NUMBER>") as `.nc` files have them.
 */
export class SgmlHeader {
  readonly accessionNumber: AccessionNumber | null;
  /** "CONFORMED SUBMISSION TYPE", for instance 4 or 10-K. */
  readonly formType: string | null;
  readonly filedOn: CalendarDate | null;
  /** The acceptance time, which the header gives in New York time. */
  readonly acceptedAt: Instant | null;
  private readonly fields: Fields;

  constructor(submission: string) {
    const header = headerOf(submission);
    const isTagged = /<ACCESSION-NUMBER>/i.test(header);
    const fields = new Fields(isTagged ? taggedFields(header) : indentedFields(header));
    this.fields = fields;
    this.accessionNumber = parseAccessionNumber(fields.first('ACCESSION-NUMBER'));
    this.formType = fields.first('CONFORMED-SUBMISSION-TYPE', 'TYPE') || null;
    this.filedOn = compactDate(fields.first('FILED-AS-OF-DATE', 'FILING-DATE'));
    this.acceptedAt = compactTime(fields.first('ACCEPTANCE-DATETIME'));
  }

  /** The owners, who are asked for only where the document lacks a CIK. */
  get owners(): readonly HeaderParty[] {
    return parties(this.fields.all(), 'REPORTING-OWNER', 'FILED-BY');
  }

  /** The first issuer, with what is said of it; null where it names none. */
  issuer(): HeaderParty | null {
    return parties(this.fields.all(), 'ISSUER', 'SUBJECT-COMPANY')[0] ?? null;
  }
}

function headerOf(submission: string): string {
  const end = submission.search(/<DOCUMENT>/i);
  const text = submission.slice(0, end < 0 ? LONGEST_HEADER : Math.min(end, LONGEST_HEADER));
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

interface Field {
  readonly name: string;
  readonly value: string;
}

/** The fields of a header, read as far as they are asked for: all but the parties come first. */
class Fields {
  private readonly read: Field[] = [];

  constructor(private readonly unread: Generator<Field>) {}

  /** The value of the first field of these names; "" where there is none. */
  first(...names: readonly string[]): string {
    for (const { name, value } of this.read) if (names.includes(name)) return value;
    for (let next = this.unread.next(); next.done !== true; next = this.unread.next()) {
      this.read.push(next.value);
      if (names.includes(next.value.name)) return next.value.value;
    }
    return '';
  }

  all(): readonly Field[] {
    this.read.push(...this.unread);
    return this.read;
  }
}

/** The fields that anything is read from, by their names in both styles; headers have many more. */
const NAMED: ReadonlyMap<string, string> = new Map(
  `ACCEPTANCE-DATETIME ACCESSION-NUMBER CONFORMED-SUBMISSION-TYPE TYPE FILED-AS-OF-DATE FILING-DATE
  REPORTING-OWNER ISSUER SUBJECT-COMPANY FILER FILED-BY COMPANY-CONFORMED-NAME CONFORMED-NAME
  CENTRAL-INDEX-KEY CIK STANDARD-INDUSTRIAL-CLASSIFICATION ASSIGNED-SIC STATE-OF-INCORPORATION
  FISCAL-YEAR-END FORMER-CONFORMED-NAME DATE-OF-NAME-CHANGE DATE-CHANGED`
    .split(/\s+/)
    .flatMap((name) => [
      [name, name],
      [name.replaceAll('-', ' '), name],
    ]),
);

function canonicalName(name: string): string | undefined {
  // Upper case as a rule: only what is not is worth a second look.
  return NAMED.get(name) ?? (name.charCodeAt(1) > 0x5f ? NAMED.get(name.toUpperCase()) : undefined);
}

function* indentedFields(header: string): Generator<Field> {
  for (let from = 0; from < header.length; ) {
    const newLine = header.indexOf('\n', from);
    const to = newLine < 0 ? header.length : newLine;
    const isTagged = header.startsWith('<', from);
    const end = header.indexOf(isTagged ? '>' : ':', from);
    if (end >= 0 && end < to && end - from < LONGEST_NAME) {
      const name = canonicalName(header.slice(isTagged ? from + 1 : from, end).trim());
      if (name !== undefined) yield { name, value: header.slice(end + 1, to).trim() };
    }
    from = to + 1;
  }
}

function* taggedFields(header: string): Generator<Field> {
  for (const part of header.split('<')) {
    const close = part.indexOf('>');
    const name = close > 0 ? canonicalName(part.slice(0, close).trim()) : undefined;
    if (name !== undefined) yield { name, value: part.slice(close + 1).trim() };
  }
}

/** A party opens with its own empty field; its first name and CIK after that are its own. */
function parties(fields: readonly Field[], ...kinds: readonly string[]): HeaderParty[] {
  const found: OpenParty[] = [];
  let open: OpenParty | undefined;
  for (const { name, value } of fields) {
    if (PARTIES.has(name)) {
      open = undefined;
      if (!kinds.includes(name)) continue;
      open = { name: null, cik: null, facts: new FactsReader() };
      found.push(open);
    } else if (open !== undefined) {
      if (NAMES.has(name)) open.name ??= value;
      else if (name === 'CENTRAL-INDEX-KEY' || name === 'CIK') open.cik ??= parseCik(value);
      else open.facts.take(name, value, compactDate);
    }
  }
  return found.flatMap(({ name, cik, facts }) =>
    name ? [{ name, cik, facts: facts.facts() }] : [],
  );
}

interface OpenParty {
  name: string | null;
  cik: Cik | null;
  readonly facts: FactsReader;
}

const PARTIES = new Set(['REPORTING-OWNER', 'ISSUER', 'SUBJECT-COMPANY', 'FILER', 'FILED-BY']);
const NAMES = new Set(['COMPANY-CONFORMED-NAME', 'CONFORMED-NAME']);

function compactDate(text: string): CalendarDate | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  return match && calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function compactTime(text: string): Instant | null {
  const match = /^\d{8}([01]\d|2[0-3])([0-5]\d)([0-5]\d)/.exec(text);
  const date = compactDate(text);
  if (match === null || date === null) return null;
  return newYorkTime(date, `${match[1]}:${match[2]}:${match[3]}`);
}

import {
  type AccessionNumber,
  type CalendarDate,
  type Instant,
  newYorkDate,
} from '../../../src/values/index.ts';
import { inventedForm4 } from '../../schema/invented.ts';

/** A filing as the fixture EDGAR lists it. */
export interface ListedFiling {
  readonly form: string;
  readonly accessionNumber: AccessionNumber;
  /** Its issuer and owners, each of which an index or feed lists it under. */
  readonly filers: readonly Filer[];
  readonly acceptedAt: Instant;
  readonly filedOn: CalendarDate;
  /** The full submission text; null where it is listed but not there yet. */
  readonly text: string | null;
}

/** Under whom a filing is listed. */
export interface Filer {
  /** Ten digits. */
  readonly cik: string;
  readonly name: string;
  readonly role: 'Reporting' | 'Issuer' | 'Filer';
}

const ISSUER: Filer = { cik: '0009000901', name: 'QUENBY VALVES INC', role: 'Issuer' };

/**
 * An invented Form 4, or another form, by its number in a year: listed under its issuer and its
 * owner. It was accepted that many minutes after 10:00 of the day in UTC.
 */
export function inventedListing(
  number: number,
  {
    day = '2024-05-06',
    form = '4',
    ...more
  }: { day?: string; form?: string } & Partial<Pick<ListedFiling, 'text' | 'acceptedAt'>> = {},
): ListedFiling {
  const accessionNumber =
    `0009000901-${day.slice(2, 4)}-${String(number).padStart(6, '0')}` as AccessionNumber;
  const acceptedAt =
    more.acceptedAt ??
    (new Date(Date.parse(`${day}T14:00:00Z`) + number * 1_000).toISOString() as Instant);
  const owner: Filer = {
    cik: String(9_100_000 + number).padStart(10, '0'),
    name: `Vesper Odile ${letters(number)}`,
    role: 'Reporting',
  };
  const filing = {
    form,
    accessionNumber,
    filers: [owner, ISSUER],
    acceptedAt,
    filedOn: newYorkDate(acceptedAt),
  };
  return { ...filing, text: more.text === undefined ? submission(filing) : more.text };
}

/** A whole submission of a filing that holds something else than a form. */
export function submissionOf({ accessionNumber }: { accessionNumber: string }, content: string) {
  return `<SEC-DOCUMENT>${accessionNumber}.txt : 20240506
<SEC-HEADER>
ACCESSION NUMBER:\t\t${accessionNumber}
</SEC-HEADER>
<DOCUMENT>
<TEXT>
${content}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
}

/** A number as capital letters. */
function letters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)));
}

/** The text of a submission: a header as EDGAR writes it, and ownership XML. */
function submission({
  form,
  accessionNumber,
  filers,
  acceptedAt,
  filedOn,
}: Omit<ListedFiling, 'text'>) {
  const day = filedOn.replaceAll('-', '');
  const owners = filers.filter(({ role }) => role === 'Reporting');
  const xml = inventedForm4({
    period: filedOn,
    signedOn: filedOn,
    owners,
    lines: [{ shares: '100', price: '2.5', after: '1000' }],
  }).replace('<documentType>4<', `<documentType>${form}<`);
  return `<SEC-DOCUMENT>${accessionNumber}.txt : ${day}
<SEC-HEADER>${accessionNumber}.hdr.sgml : ${day}
<ACCEPTANCE-DATETIME>${newYorkDigits(acceptedAt)}
ACCESSION NUMBER:\t\t${accessionNumber}
CONFORMED SUBMISSION TYPE:\t${form}
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t${day}
</SEC-HEADER>
<DOCUMENT>
<TYPE>${form}
<SEQUENCE>1
<FILENAME>form.xml
<TEXT>
<XML>
${xml}
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
}

/** An instant's digits on the clocks of New York. */
function newYorkDigits(instant: Instant): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(new Date(instant)).replace(/\D/g, '');
}

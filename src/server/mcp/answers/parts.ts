import { z } from 'zod';
import type {
  FilingNamedFragment,
  IssuerNamedFragment,
  PersonNamedFragment,
  SecurityDescribedFragment,
} from '../graphql/index.ts';
import { inQuotes, LONGEST, quoted } from './quoted.ts';

/** A person in an answer. */
export const PERSON = z
  .object({
    id: z.string(),
    name: z.string().describe('As filed.'),
    cik: z.string().nullable(),
  })
  .meta({ id: 'Person' });

/** An issuer in an answer. */
export const ISSUER = z
  .object({
    id: z.string(),
    name: z.string().describe('As filed.'),
    cik: z.string().nullable(),
    ticker: z.string().nullable(),
  })
  .meta({ id: 'Issuer' });

/** A security in an answer. */
export const SECURITY = z
  .object({
    title: z.string().describe('As filed.'),
    class: z.string().describe('What the spellings of its title fold to.'),
    table: z.string(),
    exercisePrice: z.string().nullable(),
    expiresOn: z.string().nullable(),
  })
  .meta({ id: 'Security' });

/** A filing in an answer. */
export const FILING = z
  .object({
    number: z.string().nullable().describe('Accession number.'),
    form: z.string(),
    knownAt: z.string(),
    edgar: z.string().nullable().describe('Where to read it on EDGAR.'),
  })
  .meta({ id: 'Filing' });

/** A person, of GraphQL's. */
export function person({ id, name, cik }: PersonNamedFragment): z.output<typeof PERSON> {
  return { id, name: quoted(name, LONGEST.name), cik };
}

/** An issuer, of GraphQL's. */
export function issuer(of: IssuerNamedFragment): z.output<typeof ISSUER> {
  const { id, name, cik, ticker } = of;
  return {
    id,
    name: quoted(name, LONGEST.name),
    cik,
    ticker: ticker === null ? null : quoted(ticker, 20),
  };
}

/** A security, of GraphQL's. */
export function security(of: SecurityDescribedFragment): z.output<typeof SECURITY> {
  return {
    title: quoted(of.title, LONGEST.title),
    class: quoted(of.class, LONGEST.title),
    table: of.table,
    exercisePrice: of.conversionOrExercisePrice,
    expiresOn: of.expiresOn,
  };
}

/** A filing, of GraphQL's. */
export function filing(of: FilingNamedFragment): z.output<typeof FILING> {
  return { number: of.accessionNumber, form: of.form, knownAt: of.knownAt, edgar: of.url };
}

/** A person or an issuer in words, with what tells it apart. */
export function named(subject: {
  readonly name: string;
  readonly cik: string | null;
  readonly ticker?: string | null;
}): string {
  const facts = [
    ...(subject.ticker == null ? [] : [quoted(subject.ticker, 20)]),
    subject.cik === null ? 'without a CIK' : `CIK ${subject.cik}`,
  ];
  return `${inQuotes(subject.name)} (${facts.join(', ')})`;
}

/** A form in words: "4/A". */
function formInWords(form: string): string {
  return form.replace('FORM_', '').replace('_', '/');
}

/** A filing in words. */
export function filingInWords(of: {
  readonly accessionNumber: string | null;
  readonly form: string;
}): string {
  return `Form ${formInWords(of.form)} ${of.accessionNumber ?? 'without a number'}`;
}

/** How something is held, in words. */
export function heldHow({
  ownership,
  nature,
}: {
  readonly ownership: string;
  readonly nature: string | null;
}): string {
  if (ownership === 'DIRECT') return 'directly';
  return nature === null ? 'indirectly' : `indirectly ${inQuotes(nature, LONGEST.nature)}`;
}

/** What an amount counts, in words. */
export function unitInWords(unit: string | null): string {
  return unit === null ? '' : unit.toLowerCase().replace('_', ' ').replace('usd', 'US dollars');
}

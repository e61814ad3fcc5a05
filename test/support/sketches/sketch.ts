import type { CalendarDate } from '../../../src/values/index.ts';
import type { TextStyleName } from '../print/text-styles.ts';

/**
 * The accounts that an owner may have in an issuer; the last three are of one title: two grants,
 * and what a filer states of both together from some filing on.
 */
export const ACCOUNTS = [
  'direct',
  'trust',
  'spouse',
  'option',
  'elder',
  'younger',
  'pooled',
] as const;
export type Account = (typeof ACCOUNTS)[number];
/** Those of Table I, which are of one class. */
export const SHARES = ['direct', 'trust', 'spouse'] as const satisfies readonly Account[];
/** What filers may call the shares of Table I; of all else the first stands for no title. */
export const TITLES = ['Common Stock', 'Common Shares'] as const;
export type Title = (typeof TITLES)[number];

/** Whether an account is of grants, of which each two can be exercised from their own day. */
export function isGrant(account: string): account is 'elder' | 'younger' | 'pooled' {
  return account === 'elder' || account === 'younger' || account === 'pooled';
}

/** Whether an account is of Table II. */
export function isDerivative(account: string): boolean {
  return account === 'option' || isGrant(account);
}

/** Invented issuers and owners; filings name them by their places here. */
export const ISSUERS = [
  { cik: '9000801', name: 'Modelled Metals Inc', ticker: 'MMTL' },
  { cik: '9000811', name: 'Naivete Nickel Corp', ticker: 'NVNK' },
] as const;
export const OWNERS = [
  { cik: '9000802', name: 'Model Mona' },
  { cik: '9000803', name: 'Plainview Peder' },
  { cik: '9000804', name: 'Lettering Lotte' },
] as const;

/** The day after which the option is expired. */
export const EXPIRES = 130;

/** One line: of a true running count of an account, more or less. */
export interface LineSketch {
  readonly account: Account;
  readonly title: Title;
  readonly isTransaction: boolean;
  /** As filed; null on a holding line. */
  readonly on: CalendarDate | null;
  /** "" on a holding line. */
  readonly code: string;
  /** Signed; null on a holding line. */
  readonly change: number | null;
  readonly after: number;
  readonly price: number | null;
  /** The line of an earlier filing whose trade it tells once more. */
  readonly again: LineSketch | null;
}

/** What an owner is said to be. */
export type RoleSketch = 'director' | 'officer' | 'chief' | 'owner';

/** One filing: what it says, and how it is printed. */
export interface FilingSketch {
  /** Place in the history, from 1. */
  readonly index: number;
  /** The last six digits of its accession number. */
  readonly number: string;
  readonly form: '3' | '4' | '5';
  readonly isAmendment: boolean;
  readonly issuer: number;
  readonly owners: readonly number[];
  /** Signed, and so known at 22:00 New York, on this day. */
  readonly day: CalendarDate;
  readonly period: CalendarDate;
  readonly originalOn: CalendarDate | null;
  readonly role: RoleSketch;
  readonly isExit: boolean;
  readonly lines: readonly LineSketch[];
  readonly rendition: 'xml' | TextStyleName;
}

/** Whether a filing says that its owners own nothing of its issuer's. */
export function ownsNothing({ form, isAmendment, lines }: FilingSketch): boolean {
  return form === '3' && !isAmendment && lines.length === 0;
}

/** The day so many days after the first of 2024. */
export function date(day: number): CalendarDate {
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10) as CalendarDate;
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  const moment = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(moment).toISOString().slice(0, 10);
}

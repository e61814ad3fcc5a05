import type { IssuerRow } from './issuer-rows.ts';
import type { PersonRow } from './person-rows.ts';

/** The columns of an issuer that stand beside those of another row. */
export interface WithIssuer {
  readonly issuerCik: IssuerRow['cik'];
  readonly issuerName: string;
  readonly issuerTicker: IssuerRow['ticker'];
}

/** The columns of a person that stand beside those of another row. */
export interface WithPerson {
  readonly personCik: PersonRow['cik'];
  readonly personName: string;
  readonly personKind: PersonRow['kind'];
}

/** SQL for the columns of an issuer i beside another row's. */
export const ISSUER_BESIDE =
  'i.cik AS "issuerCik", i.name AS "issuerName", i.ticker AS "issuerTicker"';

/** SQL for the columns of a person p beside another row's. */
export const PERSON_BESIDE = 'p.cik AS "personCik", p.name AS "personName", p.kind AS "personKind"';

/** What is wrong with a claim, or is not. */
export type ClaimKind =
  | 'true'
  | 'true sum'
  | 'wrong shares'
  | 'wrong price'
  | 'wrong action'
  | 'wrong person'
  | 'wrong issuer'
  | 'wrong period'
  | 'amended since'
  | 'as known before the amendment'
  | 'unknown name'
  | 'of no filing'
  | 'not known yet';

/** A claim, and what has to be said of it by the documents alone. */
export interface GeneratedClaim {
  readonly kind: ClaimKind;
  readonly args: Readonly<Record<string, string>>;
  readonly expected: 'CONFIRMED' | 'CONTRADICTED' | 'NOT_COVERED';
  readonly isAmended: boolean;
}

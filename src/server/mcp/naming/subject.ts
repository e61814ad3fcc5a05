import type { IssuerNamedFragment, PersonNamedFragment } from '../graphql/index.ts';

/** A person of the ledger. */
export type FoundPerson = PersonNamedFragment & { readonly type: 'Person' };

/** An issuer of the ledger. */
export type FoundIssuer = IssuerNamedFragment & { readonly type: 'Issuer' };

/** A person or an issuer of the ledger. */
export type Subject = FoundPerson | FoundIssuer;

/** What has a name in the ledger. */
export type SubjectType = Subject['type'];

import type { ComparedHoldingFragment } from '../graphql/index.ts';
import { securityName } from '../lines/index.ts';
import { IssuerLink, type Linked, PersonLink, TickerLink } from '../ui/index.ts';
import styles from './compare-view.module.css';
import type { Subject } from './subject.ts';

interface HeldByProps {
  readonly of: {
    readonly person: Linked;
    readonly issuer: Linked & { readonly ticker: string | null };
  };
  readonly subject: Subject | null;
}

/** Whose holding it is, or of whose security: what the heading does not say. */
export function HeldBy({ of: { person, issuer }, subject }: HeldByProps) {
  if (subject?.__typename === 'Issuer') return <PersonLink person={person} />;
  if (subject?.__typename === 'Person') return <IssuerLink issuer={issuer} />;
  return (
    <>
      <PersonLink person={person} /> <span className="quiet">of</span>{' '}
      {issuer.ticker === null ? <IssuerLink issuer={issuer} /> : <TickerLink issuer={issuer} />}
    </>
  );
}

/** What is held, and how. */
export function HeldWhat({ holding }: { readonly holding: ComparedHoldingFragment }) {
  const { security, ownership, nature } = holding;
  return (
    <>
      {securityName(security)}{' '}
      {ownership === 'INDIRECT' && <span className={styles.indirect}>{nature ?? 'indirect'}</span>}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sameTimes } from '../ui/index.ts';
import type { Entity } from './neighbourhood.ts';

/** Leads to the view of a person or an issuer, at the same two times. */
export function EntityLink({
  entity,
  children,
}: {
  readonly entity: Pick<Entity, 'id' | 'kind'>;
  readonly children: ReactNode;
}) {
  const to = entity.kind === 'issuer' ? '/issuer/$id' : '/person/$id';
  return (
    <Link to={to} params={{ id: entity.id }} search={sameTimes}>
      {children}
    </Link>
  );
}

/** What an entity is, in words. */
export function kindWords({ kind, ticker }: Pick<Entity, 'kind' | 'ticker'>): string {
  if (kind === 'issuer') return ticker === null ? 'issuer' : `issuer, ${ticker}`;
  return kind === 'entity' ? 'fund, trust or company' : 'person';
}

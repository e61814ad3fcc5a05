import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { inAddress, type Linked, sameTimes } from './entity-links.tsx';

interface AccountLinkProps {
  /** Whose account. */
  readonly person: Linked;
  readonly issuer: { readonly id: string };
  /** The id of the line. */
  readonly line: string;
  readonly children: ReactNode;
}

/** Leads to a line in its account: the chart of its person, with the line shown. */
export function AccountLink({ person, issuer, line, children }: AccountLinkProps) {
  return (
    <Link
      to="/person/$id"
      params={{ id: inAddress(person) }}
      search={(before: Parameters<typeof sameTimes>[0]) => ({
        ...sameTimes(before),
        issuer: issuer.id,
        line,
      })}
      hash="balances"
    >
      {children}
    </Link>
  );
}

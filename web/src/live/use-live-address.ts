import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { EventFilter, TransactionCode } from '../graphql/index.ts';
import { MEANINGS } from '../graphql/index.ts';

/** What the address says of the feed: which codes, which issuer, from what value on. */
export interface LiveAddress {
  readonly codes?: string | undefined;
  readonly issuer?: string | undefined;
  readonly minValue?: number | undefined;
}

const route = getRouteApi('/live');

/** Reads the filter from the address, and changes it there. */
export function useLiveAddress() {
  const address: LiveAddress = route.useSearch();
  const navigate = useNavigate();
  const change = (changed: LiveAddress) => {
    void navigate({ to: '/live', search: { ...address, ...changed }, replace: true });
  };
  return { address, change };
}

/** The codes of an address, those that there are. */
export function codesOf({ codes = '' }: LiveAddress): TransactionCode[] {
  return codes
    .split(',')
    .filter((code): code is TransactionCode => code in MEANINGS.TransactionCode);
}

/** An address as the contract's filter. */
export function filterOf(address: LiveAddress): EventFilter {
  const codes = codesOf(address);
  return {
    ...(codes.length > 0 && { codes }),
    ...(address.issuer !== undefined && { issuers: [address.issuer] }),
    ...(address.minValue !== undefined && { minValue: String(address.minValue) }),
  };
}

import { Link } from '@tanstack/react-router';
import { inAddress, type Linked, sameTimes } from './entity-links.tsx';
import { None } from './money.tsx';

/** An issuer's ticker, leading to the view of the issuer; of several the first, all on hover. */
export function TickerLink({
  issuer,
}: {
  readonly issuer: Linked & { readonly ticker: string | null };
}) {
  const { ticker } = issuer;
  if (ticker === null) return <None />;
  const [first = ticker] = ticker.split(/[\s,;/]+/).filter(Boolean);
  return (
    <Link
      to="/issuer/$id"
      params={{ id: inAddress(issuer) }}
      search={sameTimes}
      title={first === ticker ? undefined : ticker}
    >
      {first.slice(0, 10).toUpperCase()}
    </Link>
  );
}

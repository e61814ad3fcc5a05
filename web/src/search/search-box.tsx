import { useNavigate } from '@tanstack/react-router';
import { inAddress } from '../ui/index.ts';
import { type AnyHit, HitField } from './hit-field.tsx';

/** Finds a person, an issuer or a filing, and opens the view of what is chosen. */
export function SearchBox({
  label = 'Search for people and issuers',
}: {
  readonly label?: string;
}) {
  const navigate = useNavigate();
  const open = (hit: AnyHit) => {
    if (hit.__typename === 'Filing') {
      return navigate({
        to: '/filing/$number',
        params: { number: hit.accessionNumber ?? hit.id },
      });
    }
    const to = hit.__typename === 'Person' ? '/person/$id' : '/issuer/$id';
    return navigate({ to, params: { id: inAddress(hit) } });
  };
  return (
    <search>
      <HitField
        label={label}
        placeholder="Ticker, company, person or filing  /"
        chosen={(hit) => void open(hit)}
        filings
        empties
      />
    </search>
  );
}

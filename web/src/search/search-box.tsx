import { useNavigate } from '@tanstack/react-router';
import { type Hit, HitField } from './hit-field.tsx';

/** Finds a person or an issuer, and opens the view of whoever is chosen. */
export function SearchBox() {
  const navigate = useNavigate();
  const open = ({ __typename, id }: Hit) => {
    void navigate({ to: __typename === 'Person' ? '/person/$id' : '/issuer/$id', params: { id } });
  };
  return (
    <search>
      <HitField
        label="Search for people and issuers"
        placeholder="Person, issuer or ticker"
        chosen={open}
        empties
      />
    </search>
  );
}

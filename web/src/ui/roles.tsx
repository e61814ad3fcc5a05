import type { InsiderRole } from '../graphql/index.ts';
import { MeaningOf } from './meaning-of.tsx';

interface Relationship {
  readonly roles: readonly InsiderRole[];
  readonly officerTitle?: string | null;
  readonly otherText?: string | null;
}

const WORDS = {
  DIRECTOR: 'director',
  OFFICER: 'officer',
  TEN_PERCENT_OWNER: '10 % owner',
  OTHER: 'other',
} as const;

/** What a person is to an issuer, in words: "director, President and CEO". */
export function roleWords(relationship: Relationship): string {
  return relationship.roles.map((role) => wordOf(role, relationship)).join(', ');
}

/**
 * What a person is to an issuer, each role with its meaning on hover; an officer's title stands
 * beside.
 */
export function Roles({ of }: { readonly of: Relationship }) {
  return (
    <span>
      {of.roles.map((role, index) => (
        <span key={role}>
          {index > 0 && ', '}
          <MeaningOf type="InsiderRole" value={role}>
            {WORDS[role]}
          </MeaningOf>
          {role === 'OTHER' && of.otherText ? ` (${of.otherText})` : ''}
        </span>
      ))}
    </span>
  );
}

function wordOf(role: InsiderRole, { officerTitle, otherText }: Relationship): string {
  if (role === 'OFFICER') return officerTitle || WORDS.OFFICER;
  return role === 'OTHER' ? otherText || WORDS.OTHER : WORDS[role];
}

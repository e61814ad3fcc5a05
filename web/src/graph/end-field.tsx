import { HitField } from '../search/index.ts';
import { type Linked, PersonLink } from '../ui/index.ts';
import styles from './path-view.module.css';

/** A person at one end of a path. */
export type PersonAtEnd = Linked;

interface EndFieldProps {
  readonly name: 'From' | 'To';
  /** Null while nobody is chosen. */
  readonly person: PersonAtEnd | null;
  readonly chosen: (id: string) => void;
}

/** Who stands at one end of a path, and a field that finds somebody else. */
export function EndField({ name, person, chosen }: EndFieldProps) {
  return (
    <div className={styles.end}>
      <p>
        <strong>{name}</strong> {person === null ? 'nobody yet' : <PersonLink person={person} />}
      </p>
      <HitField
        label={`${name} whom`}
        placeholder={person === null ? 'Find a person' : 'Find somebody else'}
        only="Person"
        chosen={({ id }) => chosen(id)}
        empties
      />
    </div>
  );
}

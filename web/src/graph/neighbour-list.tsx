import { Link } from '@tanstack/react-router';
import { Day, Roles, sameTimes } from '../ui/index.ts';
import { EntityLink, kindWords } from './entity-link.tsx';
import styles from './graph-view.module.css';
import type { Entity, Neighbourhood, Tie } from './neighbourhood.ts';

interface NeighbourListProps {
  readonly of: Neighbourhood;
  readonly toggle: (id: string) => void;
}

/**
 * The same neighbourhood in words: everybody and everything in it, and what each is connected to.
 */
export function NeighbourList({ of, toggle }: NeighbourListProps) {
  const byId = new Map(of.entities.map((entity) => [entity.id, entity]));
  return (
    <ul className={styles.list}>
      {of.entities.map((entity, at) => (
        <li key={entity.id}>
          <div className={styles.entity}>
            <EntityLink entity={entity}>{entity.name}</EntityLink>
            <span className={styles.kind}>{kindWords(entity)}</span>
            {at > 0 && (
              <>
                <button
                  type="button"
                  aria-expanded={of.opened.has(entity.id)}
                  onClick={() => toggle(entity.id)}
                >
                  {of.opened.has(entity.id) ? 'Close' : 'Open'}
                  <span className="unseen"> {entity.name}</span>
                </button>
                <Link to="/graph/$id" params={{ id: entity.id }} search={sameTimes}>
                  Graph around it<span className="unseen">: {entity.name}</span>
                </Link>
              </>
            )}
          </div>
          <ul className={styles.ties}>
            {of.ties
              .filter((tie) => tie.person === entity.id || tie.issuer === entity.id)
              .map((tie) => (
                <TieWords
                  key={tie.key}
                  tie={tie}
                  other={byId.get(tie.person === entity.id ? tie.issuer : tie.person)}
                />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function TieWords({ tie, other }: { readonly tie: Tie; readonly other: Entity | undefined }) {
  if (other === undefined) return null;
  const name = <EntityLink entity={other}>{other.name}</EntityLink>;
  return (
    <li>
      {other.kind !== 'issuer' && <>{name}: </>}
      <Roles of={tie} />
      {tie.officerTitle ? ` (${tie.officerTitle})` : ''}
      {other.kind === 'issuer' && <> of {name}</>} since <Day of={tie.from} />
    </li>
  );
}

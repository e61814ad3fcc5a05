import { useEffect, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useQuery } from 'urql';
import { SearchDocument, type SearchQuery } from '../graphql/index.ts';
import styles from './hit-field.module.css';

type AnyHit = SearchQuery['search']['nodes'][number];

/** A person or an issuer that was found. */
export type Hit = Exclude<AnyHit, { readonly __typename: 'Filing' }>;

interface HitFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** What to offer: people, issuers, or both where left out. */
  readonly only?: Hit['__typename'];
  readonly chosen: (hit: Hit) => void;
  /** Whether the field is emptied when one is chosen; else it keeps the name. */
  readonly empties?: boolean;
}

/** How long typing rests before the server is asked. */
const REST_MS = 150;

/** A field that finds people and issuers as one types, and is worked by keyboard alone. */
export function HitField({ label, placeholder, only, chosen, empties = false }: HitFieldProps) {
  const [text, setText] = useState('');
  // The list closes when another one is chosen than before; whoever types has chosen nobody yet.
  const [chosenId, setChosenId] = useState<string | null>(null);
  const asked = useRested(text.trim());
  const [{ data, error, fetching }] = useQuery({
    query: SearchDocument,
    variables: { text: asked },
    pause: asked === '',
  });
  const hits = (asked === '' ? [] : (data?.search.nodes ?? []))
    .filter(isHit)
    .filter(({ __typename }) => only === undefined || __typename === only);
  const choose = (id: unknown) => {
    const hit = hits.find((one) => one.id === id);
    if (hit === undefined) return;
    setText(empties ? '' : hit.name);
    setChosenId(hit.id);
    chosen(hit);
  };
  return (
    <ComboBox
      className={styles.field ?? ''}
      items={hits}
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        setChosenId(null);
      }}
      selectedKey={chosenId}
      onSelectionChange={choose}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
    >
      <Label className="unseen">{label}</Label>
      <Input
        className={styles.input ?? ''}
        placeholder={placeholder}
        type="search"
        maxLength={200}
      />
      <Popover className={styles.list ?? ''}>
        <ListBox
          renderEmptyState={() => (
            <p className={styles.none}>
              {stateOf({ text, asked, failed: error !== undefined, fetching })}
            </p>
          )}
        >
          {(hit: Hit) => (
            <ListBoxItem id={hit.id} textValue={hit.name} className={styles.hit ?? ''}>
              <span>{hit.name}</span>
              <span className={styles.what}>{whatIs(hit)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** A filing has no view of its own to open. */
function isHit(hit: AnyHit): hit is Hit {
  return hit.__typename !== 'Filing';
}

function whatIs(hit: Hit): string {
  if (hit.__typename === 'Issuer') return hit.ticker === null ? 'issuer' : `issuer, ${hit.ticker}`;
  return hit.kind === 'ENTITY' ? 'entity' : 'person';
}

function stateOf(search: {
  text: string;
  asked: string;
  failed: boolean;
  fetching: boolean;
}): string {
  if (search.text.trim() === '') return 'Type a name or a ticker.';
  if (search.failed) return 'The server does not answer.';
  return search.fetching || search.asked !== search.text.trim() ? 'Searching …' : 'No match.';
}

/** A text, once it has stayed the same for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

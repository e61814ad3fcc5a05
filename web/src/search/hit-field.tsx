import { useEffect, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useQuery } from 'urql';
import { SearchDocument, type SearchQuery } from '../graphql/index.ts';
import { formName, shownName } from '../ui/index.ts';
import styles from './hit-field.module.css';

/** What a search finds. */
export type AnyHit = SearchQuery['search']['nodes'][number];

interface HitFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** What to offer: people, issuers, or both where left out. */
  readonly only?: AnyHit['__typename'];
  readonly chosen: (hit: AnyHit) => void;
  /** Whether filings are offered too. */
  readonly filings?: boolean;
  /** Whether the field is emptied when one is chosen; else it keeps the name. */
  readonly empties?: boolean;
}

/** How long typing rests before the server is asked. */
const REST_MS = 150;

/** A field that finds people and issuers as one types, and is worked by keyboard alone. */
export function HitField(props: HitFieldProps) {
  const { label, placeholder, only, chosen, filings = false, empties = false } = props;
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
    .filter((hit) => filings || hit.__typename !== 'Filing')
    .filter(({ __typename }) => only === undefined || __typename === only);
  const choose = (id: unknown) => {
    const hit = hits.find((one) => one.id === id);
    if (hit === undefined) return;
    setText(empties ? '' : nameOf(hit));
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
          {(hit: AnyHit) => (
            <ListBoxItem id={hit.id} textValue={nameOf(hit)} className={styles.hit ?? ''}>
              <span>{nameOf(hit)}</span>
              <span className={styles.what}>{whatIs(hit)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function nameOf(hit: AnyHit): string {
  if (hit.__typename === 'Filing') return hit.accessionNumber ?? 'Filing';
  return shownName(hit.__typename === 'Issuer' ? { ...hit, kind: 'ENTITY' } : hit);
}

function whatIs(hit: AnyHit): string {
  if (hit.__typename === 'Filing') return formName(hit.form);
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

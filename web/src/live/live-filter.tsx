import { useId } from 'react';
import { useQuery } from 'urql';
import { IssuerNameDocument, MEANINGS, type TransactionCode } from '../graphql/index.ts';
import { HitField } from '../search/index.ts';
import { meaningOf, Presets, shownName } from '../ui/index.ts';
import styles from './live-view.module.css';
import { codesOf, type LiveAddress } from './use-live-address.ts';

interface FilterProps {
  readonly address: LiveAddress;
  readonly change: (changed: LiveAddress) => void;
}

/** Which transactions to show: by code, issuer and value. */
export function LiveFilter({ address, change }: FilterProps) {
  return (
    <div className={styles.filter}>
      <Presets
        label="What to show"
        of={PRESETS}
        chosen={PRESETS.find(([codes]) => codes === (address.codes ?? ''))?.[0] ?? null}
        choose={(codes) => change({ codes: codes === '' ? undefined : codes })}
      />
      <IssuerChoice {...{ address, change }} />
      <LeastValue {...{ address, change }} />
      <Codes {...{ address, change }} />
    </div>
  );
}

/** By the codes of their addresses. */
const PRESETS = [
  ['', 'All'],
  ['P', 'Buys'],
  ['S', 'Sells'],
] as const;

const CODES = Object.keys(MEANINGS.TransactionCode) as TransactionCode[];

function Codes({ address, change }: FilterProps) {
  const chosen = new Set(codesOf(address));
  const toggle = (code: TransactionCode) => {
    const codes = CODES.filter((one) => chosen.has(one) !== (one === code));
    change({ codes: codes.length === 0 ? undefined : codes.join(',') });
  };
  return (
    <details className={styles.codes}>
      <summary>
        {chosen.size === 0 ? 'By transaction code' : `By transaction code: ${[...chosen].join()}`}
      </summary>
      <fieldset>
        <legend className="unseen">Codes (none chosen: all)</legend>
        {CODES.map((code) => (
          <label key={code}>
            <input type="checkbox" checked={chosen.has(code)} onChange={() => toggle(code)} />{' '}
            <strong>{code}</strong> <span className="quiet">{shortMeaning(code)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** What a code means, without the rule that says so. */
function shortMeaning(code: TransactionCode): string {
  return meaningOf('TransactionCode', code).replace(/(?:, (?:Rule|exempt)|[.;]).*$/s, '');
}

function IssuerChoice({ address: { issuer }, change }: FilterProps) {
  const [{ data }] = useQuery({
    query: IssuerNameDocument,
    variables: { id: issuer ?? '' },
    pause: issuer === undefined,
  });
  if (issuer === undefined) {
    return (
      <HitField
        label="Of one issuer"
        placeholder="Any issuer"
        only="Issuer"
        chosen={({ id }) => change({ issuer: id })}
        empties
      />
    );
  }
  return (
    <p className={styles.chosen}>
      Of {data?.issuer ? shownName({ ...data.issuer, kind: 'ENTITY' }) : '…'}{' '}
      <button type="button" onClick={() => change({ issuer: undefined })}>
        Any issuer
      </button>
    </p>
  );
}

function LeastValue({ address: { minValue }, change }: FilterProps) {
  const id = useId();
  return (
    <p className={styles.chosen}>
      <label htmlFor={id}>Worth at least, USD</label>
      <input
        id={id}
        type="number"
        min="0"
        step="1000"
        defaultValue={minValue ?? ''}
        onChange={({ target: { value, valueAsNumber, validity } }) => {
          if (validity.valid) change({ minValue: value === '' ? undefined : valueAsNumber });
        }}
      />
    </p>
  );
}

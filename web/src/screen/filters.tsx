import { useId, useState } from 'react';
import { meaningOf, Presets } from '../ui/index.ts';
import { type ScreenAddress, SHOWS } from './address.ts';
import type { Subject } from './question.ts';
import styles from './screen.module.css';

interface FiltersProps {
  readonly address: ScreenAddress;
  readonly change: (changed: ScreenAddress) => void;
  readonly show: (typeof SHOWS)[number];
  readonly of: Subject;
  /** Where the lines shown are as CSV; null where there is none. */
  readonly csv: string | null;
  /** Where lines like these are as a feed; null where there is none. */
  readonly feed: string | null;
}

const PRESETS = {
  buys: 'Buys',
  sells: 'Sells',
  clusters: 'Clusters',
  all: 'All',
} as const;

const ROLES = {
  DIRECTOR: 'Director',
  OFFICER: 'Officer',
  TEN_PERCENT_OWNER: '10 % owner',
  OTHER: 'Other',
} as const;
const VALUES = {
  10000: '$10 K',
  100000: '$100 K',
  1000000: '$1 M',
  10000000: '$10 M',
} as const;
const SPANS = { '7d': '7 days', '30d': '30 days', '90d': '90 days', '1y': '1 year' } as const;
const PLANS = {
  BOX_CHECKED: 'Plan (box)',
  MENTIONED: 'Plan in a note',
  NEGATED: 'Denied',
  NONE: 'No plan',
} as const;
const FORMS = { FORM_4: '4', FORM_4_A: '4/A', FORM_5: '5', FORM_5_A: '5/A' } as const;

/** What is shown, and how it is narrowed. */
export function Filters({ address, change, show, of, csv, feed }: FiltersProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isOfOne = of.issuer !== undefined || of.person !== undefined;
  const presets = SHOWS.filter((one) => !isOfOne || one !== 'clusters');
  const isNarrowed = (
    ['ticker', 'role', 'min', 'period', 'since', 'until', 'plan', 'form'] as const
  ).some((name) => address[name] !== undefined);
  return (
    <div className={styles.filters}>
      <Presets
        label="What to show"
        of={presets.map((preset) => [preset, PRESETS[preset]] as const)}
        chosen={show}
        choose={(preset) => change({ show: preset })}
      />
      <button
        type="button"
        className={styles.narrow}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        Filters
      </button>
      <div id={id} className={styles.chosen} data-open={isOpen}>
        {show !== 'clusters' && (
          <>
            {of.issuer === undefined && <Ticker {...{ address, change }} />}
            <Choice
              name="Role"
              of={ROLES}
              chosen={address.role}
              choose={(role) => change({ role })}
            />
          </>
        )}
        <Choice
          name="Value from"
          of={VALUES}
          chosen={address.min === undefined ? undefined : (String(address.min) as '10000')}
          choose={(min) => change({ min: min === undefined ? undefined : Number(min) })}
        />
        <Choice
          name="Period"
          of={SPANS}
          chosen={address.period}
          choose={(period) => change({ period, since: undefined, until: undefined })}
        />
        {show !== 'clusters' && (
          <>
            <Between {...{ address, change }} />
            <Choice
              name="10b5-1 plan"
              of={PLANS}
              chosen={address.plan}
              choose={(plan) => change({ plan })}
              hints={(plan) => meaningOf('PlanState', plan)}
            />
            <Choice
              name="Form"
              of={FORMS}
              chosen={address.form}
              choose={(form) => change({ form })}
            />
          </>
        )}
        {isNarrowed && (
          <button type="button" className={styles.clear} onClick={() => change(NO_FILTER)}>
            Clear
          </button>
        )}
        <span className={styles.elsewhere}>
          {feed !== null && <Feed address={feed} />}
          {csv !== null && (
            <a href={csv} download title="These lines, all of them, as a file">
              CSV
            </a>
          )}
        </span>
      </div>
    </div>
  );
}

/** Named in the page's head too, where feed readers look for it. */
function Feed({ address }: { readonly address: string }) {
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        title="Insider transactions"
        href={address}
      />
      <a href={address} title="Transactions like these as they come">
        Atom feed
      </a>
    </>
  );
}

const NO_FILTER: ScreenAddress = {
  ticker: undefined,
  role: undefined,
  min: undefined,
  period: undefined,
  since: undefined,
  until: undefined,
  plan: undefined,
  form: undefined,
};

type Changes = Pick<FiltersProps, 'address' | 'change'>;

function Ticker({ address, change }: Changes) {
  const id = useId();
  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('ticker');
        change({ ticker: typeof typed === 'string' && typed !== '' ? typed : undefined });
      }}
    >
      <label htmlFor={id}>Ticker</label>
      <input
        key={address.ticker}
        id={id}
        name="ticker"
        size={7}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        placeholder="Any"
        defaultValue={address.ticker}
        onBlur={({ target }) => {
          if (target.value !== (address.ticker ?? '')) target.form?.requestSubmit();
        }}
      />
    </form>
  );
}

function Between({ address, change }: Changes) {
  return (
    <>
      {(['since', 'until'] as const).map((end) => (
        <label key={end} className={styles.choice}>
          <span>{end === 'since' ? 'Known from' : 'to'}</span>
          <input
            type="date"
            value={address[end] ?? ''}
            onChange={({ target: { value, validity } }) => {
              if (validity.valid)
                change({ [end]: value === '' ? undefined : value, period: undefined });
            }}
          />
        </label>
      ))}
    </>
  );
}

function Choice<Value extends string>({
  name,
  of,
  chosen,
  choose,
  hints,
}: {
  readonly name: string;
  readonly of: Readonly<Record<Value, string>>;
  readonly chosen: Value | undefined;
  readonly choose: (value: Value | undefined) => void;
  readonly hints?: (value: Value) => string;
}) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={chosen ?? ''}
        data-chosen={chosen !== undefined}
        title={chosen === undefined ? undefined : hints?.(chosen)}
        onChange={({ target: { value } }) => choose(value === '' ? undefined : (value as Value))}
      >
        <option value="">Any</option>
        {(Object.entries(of) as [Value, string][]).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}

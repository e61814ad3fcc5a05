import { useQuery } from 'urql';
import { PersonHistoryDocument } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { type Action, Answer } from '../ui/index.ts';
import type { NamedAccount } from './account.ts';
import { AccountChart } from './account-chart.tsx';
import { Choice } from './choice.tsx';
import styles from './history.module.css';
import { Legend } from './legend.tsx';
import { nameAccounts } from './name-accounts.ts';
import { StackedCharts } from './stacked-chart.tsx';

interface PersonHistoryProps {
  readonly personId: string;
  /** Whose insider the person is or was. */
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
  /** The one chosen, as the address says; the first where it says none of them. */
  readonly issuer: string | undefined;
  readonly chooseIssuer: (id: string) => void;
  /** The account chosen, as the address says; all of them stacked where it says none. */
  readonly account: string | undefined;
  /** The id of a line that is to be shown in its account. */
  readonly line: string | undefined;
  readonly chooseAccount: (key: string | undefined) => void;
  readonly times: Times;
}

/** The balances of a person's accounts in one issuer over time, as known at a time. */
export function PersonHistory(props: PersonHistoryProps) {
  const { personId, issuers, chooseIssuer, times } = props;
  const issuer = issuers.find(({ id }) => id === props.issuer) ?? issuers[0];
  const [{ data, error, fetching }, retry] = useQuery({
    query: PersonHistoryDocument,
    variables: { person: personId, issuer: issuer?.id ?? '', knownAt: times.knownAt },
    pause: issuer === undefined,
  });
  if (issuer === undefined) return <p role="status">No issuer was known by then.</p>;
  return (
    <>
      {issuers.length > 1 && (
        <Choice
          label="Issuer"
          options={issuers.map(({ id, name }) => [id, name] as const)}
          chosen={issuer.id}
          choose={chooseIssuer}
        />
      )}
      <Answer
        data={data === undefined ? undefined : data.person?.holdingHistory}
        nothing={`No account in ${issuer.name} was known by then.`}
        {...{ error, fetching, retry }}
      >
        {(series) => (
          <Accounts
            all={nameAccounts(series)}
            actions={data?.issuer?.corporateActions ?? []}
            {...props}
          />
        )}
      </Answer>
    </>
  );
}

interface AccountsProps
  extends Pick<PersonHistoryProps, 'account' | 'chooseAccount' | 'line' | 'times'> {
  readonly all: readonly NamedAccount[];
  readonly actions: readonly Action[];
}

/** In place of an account's key: each of them by itself. */
const EACH = 'each';

function Accounts({ all, actions, account, chooseAccount, line, times }: AccountsProps) {
  const holds = (one: NamedAccount) => one.account.points.some(({ source }) => source.id === line);
  const chosen = all.find(({ key }) => key === account) ?? all.find(holds);
  const isStacked = chosen === undefined && account !== EACH && all.length > 1;
  const shown = chosen === undefined ? all : [chosen];
  const days = shown.flatMap((one) => one.account.balances.map(({ from }) => from));
  return (
    <>
      {all.length > 1 && (
        <Choice
          label="Account"
          options={[
            ['', `All ${all.length}, stacked`],
            [EACH, 'Each by itself'],
            ...all.map(({ key, name }) => [key, name] as const),
          ]}
          chosen={chosen?.key ?? (account === EACH ? EACH : '')}
          choose={(key) => chooseAccount(key === '' ? undefined : key)}
        />
      )}
      {isStacked ? (
        <StackedCharts {...{ actions }} accounts={all} asOf={times.asOf} choose={chooseAccount} />
      ) : (
        <Separate {...{ shown, days, actions, line }} asOf={times.asOf} />
      )}
    </>
  );
}

interface SeparateProps extends Pick<AccountsProps, 'actions' | 'line'> {
  readonly shown: readonly NamedAccount[];
  readonly days: readonly string[];
  readonly asOf: string;
}

function Separate({ shown, days, actions, line, asOf }: SeparateProps) {
  const groups = [
    ['Direct', shown.filter((one) => one.account.ownership === 'DIRECT')],
    ['Indirect', shown.filter((one) => one.account.ownership === 'INDIRECT')],
  ] as const;
  return (
    <>
      <Legend />
      {groups.map(
        ([name, accounts]) =>
          accounts.length > 0 && (
            <section key={name} className={styles.group} aria-label={name}>
              <h3>{name}</h3>
              {accounts.map((one) => (
                <AccountChart key={one.key} named={one} {...{ days, asOf, actions, line }} />
              ))}
            </section>
          ),
      )}
    </>
  );
}

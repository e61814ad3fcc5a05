import { Link } from '@tanstack/react-router';
import type { IssuerQuery } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Day, Described, Name, sameTimes, shownName } from '../ui/index.ts';
import styles from './issuer-view.module.css';
import { useIssuerFigures } from './use-issuer-figures.ts';

type ShownIssuer = NonNullable<IssuerQuery['issuer']>;

interface IssuerHeaderProps {
  readonly issuer: ShownIssuer;
  readonly times: Times;
}

/** Who the issuer is and was called, and where else to read of it. */
export function IssuerHeader({ issuer, times }: IssuerHeaderProps) {
  const shown = shownName({ name: issuer.name, kind: 'ENTITY' });
  return (
    <>
      <Described
        title={issuer.ticker === null ? shown : `${issuer.ticker}: insiders of ${shown}`}
        description={`What the insiders of ${shown} hold, bought and sold, on any day, as known then.`}
      />
      <h1>
        <Name of={{ name: issuer.name, kind: 'ENTITY' }} />
      </h1>
      <ul className={styles.facts}>
        <li>
          {issuer.ticker === null ? 'No ticker' : 'Ticker '}
          {issuer.ticker !== null && <strong>{issuer.ticker}</strong>}
        </li>
        <li>{issuer.cik === null ? 'CIK not known yet' : <OnEdgar cik={issuer.cik} />}</li>
        <Register issuer={issuer.id} times={times} />
        <li>
          <Link to="/graph/$id" params={{ id: issuer.id }} search={sameTimes}>
            Graph around it
          </Link>
        </li>
      </ul>
      <Former what="tickers" uses={issuer.formerTickers} />
      <Former what="names" uses={issuer.formerNames} />
    </>
  );
}

/** What EDGAR's register has of it, as headers of submissions known then say. */
function Register({ issuer, times }: { readonly issuer: string; readonly times: Times }) {
  const { data } = useIssuerFigures(issuer, times);
  if (!data?.issuer) return null;
  const {
    sic,
    sicDescription: words,
    stateOfIncorporation: state,
    fiscalYearEnd: end,
  } = data.issuer;
  return (
    <>
      {sic !== null && (
        <li>
          SIC <strong className="digits">{sic}</strong>
          {words !== null && ` ${shownName({ name: words, kind: 'ENTITY' })}`}
        </li>
      )}
      {state !== null && <li>Incorporated in {state}</li>}
      {end !== null && (
        <li>
          Year ends{' '}
          <span className="digits">
            {end.slice(0, 2)}-{end.slice(2)}
          </span>
        </li>
      )}
    </>
  );
}

function OnEdgar({ cik }: { readonly cik: string }) {
  const page = `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${cik}`;
  return (
    <a href={page} rel="external noreferrer">
      CIK <span className="digits">{cik}</span>
      <span className="unseen"> on EDGAR</span>
    </a>
  );
}

function Former(props: { readonly what: string; readonly uses: ShownIssuer['formerNames'] }) {
  if (props.uses.length === 0) return null;
  return (
    <p className={styles.former}>
      Former {props.what}:{' '}
      {props.uses.map((use, index) => (
        <span key={use.name}>
          {index > 0 && ', '}
          {use.name} (until <Day of={use.until ?? use.lastKnownAt} />)
        </span>
      ))}
    </p>
  );
}

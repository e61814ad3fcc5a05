import { Link } from '@tanstack/react-router';
import { addDays } from '../times/index.ts';
import {
  Day,
  dayOf,
  FilingLink,
  formName,
  IssuerLink,
  inZone,
  MeaningOf,
  Money,
  meaningOf,
  PersonLink,
  roleWords,
  Shares,
  TickerLink,
} from '../ui/index.ts';
import type { Filing } from './filing.ts';
import styles from './filing-view.module.css';

/** What a filing is: its form, people and issuer, when it was known, and what it amends. */
export function FilingHeader({ filing }: { readonly filing: Filing }) {
  const { form, issuer, reportingOwners, knownAt, knownAtBasis, accessionNumber } = filing;
  return (
    <header className={styles.header}>
      <h1>
        {formName(form)}
        <span className="quiet"> {accessionNumber}</span>
      </h1>
      <p className={styles.who}>
        {reportingOwners.map((owner, at) => (
          <span key={owner.person.id} title={`Filed as ${owner.nameAsFiled}`}>
            {at > 0 && '; '}
            <PersonLink person={owner.person} />
            <span className="quiet"> {roleWords({ ...owner, officerTitle: owner.title })}</span>
          </span>
        ))}{' '}
        <span className="quiet">of</span> <IssuerLink issuer={issuer} />{' '}
        <TickerLink issuer={issuer} />
      </p>
      <p className={styles.sides}>
        <Side word="Bought" kind="acquired" side={filing.summary.purchased} />
        <Side word="Sold" kind="disposed" side={filing.summary.sold} />
        {filing.noSecuritiesOwned && <strong>No securities owned</strong>}
      </p>
      <ul className={styles.facts}>
        <li title={`${inZone(knownAt)}. ${meaningOf('KnownAtBasis', knownAtBasis)}`}>
          Known <Day of={knownAt} />
        </li>
        {filing.periodOfReport !== null && (
          <li>
            Period <Day of={filing.periodOfReport} />
          </li>
        )}
        {filing.filedOn !== null && (
          <li>
            Filed <Day of={filing.filedOn} />
          </li>
        )}
        <WhatItChanged filing={filing} />
        {filing.url !== null && (
          <li>
            <a href={filing.url} rel="external noreferrer">
              On EDGAR
            </a>
          </li>
        )}
        {filing.notSubjectToSection16 && <li>Exit: no longer subject to Section 16</li>}
        <li>
          SHA-256{' '}
          <code className={styles.hash} title={filing.sourceHash}>
            {filing.sourceHash}
          </code>
        </li>
      </ul>
      <Amendments filing={filing} />
    </header>
  );
}

/** What its first owner held before it was known beside what they held once it was. */
function WhatItChanged({ filing: { reportingOwners, knownAt } }: { readonly filing: Filing }) {
  const person = reportingOwners[0]?.person;
  if (person === undefined) return null;
  const known = dayOf(knownAt);
  const search = {
    of: person.id,
    asOf: known,
    knownAt: known,
    fromAsOf: known,
    fromKnownAt: addDays(known, -1),
  };
  return (
    <li>
      <Link to="/compare" search={search}>
        What it changed
      </Link>
    </li>
  );
}

interface SideProps {
  readonly word: string;
  readonly kind: 'acquired' | 'disposed';
  readonly side: Filing['summary']['sold'];
}

function Side({ word, kind, side }: SideProps) {
  if (side.transactions === 0) return null;
  return (
    <span className={styles.side} data-kind={kind}>
      {word}{' '}
      <strong>
        <Money of={side.value} />
      </strong>{' '}
      <span className="quiet">
        {side.shares !== null && (
          <>
            <Shares of={side.shares} /> shares
          </>
        )}
        {side.averagePrice !== null && (
          <>
            {' '}
            at <Money of={side.averagePrice} as="price" />
          </>
        )}
      </span>
    </span>
  );
}

function Amendments({ filing }: { readonly filing: Filing }) {
  const { amendmentOutcome: outcome, amends, amendedBy, amendmentCandidates: candidates } = filing;
  return (
    <>
      {outcome !== null && (
        <p className={styles.amended}>
          <MeaningOf type="AmendmentOutcome" value={outcome} />
          {amends !== null && (
            <>
              : amends <FilingLink filing={amends} /> known <Day of={amends.knownAt} />
            </>
          )}
          {candidates.length > 0 && '. It may amend '}
          {candidates.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ', '}
              <FilingLink filing={one} /> known <Day of={one.knownAt} />
            </span>
          ))}
        </p>
      )}
      {amendedBy.map((by) => (
        <p key={by.id} className={styles.amended}>
          Amended by <FilingLink filing={by} /> known <Day of={by.knownAt} />
        </p>
      ))}
    </>
  );
}

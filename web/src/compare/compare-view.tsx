import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { ComparedSubjectDocument, NewestFilingDocument } from '../graphql/index.ts';
import { Answer, Described, dayOf, IssuerLink, PersonLink, shownName } from '../ui/index.ts';
import { Changes } from './changes.tsx';
import styles from './compare-view.module.css';
import { addressOf, type Sides, sidesOf } from './sides.ts';
import type { Subject } from './subject.ts';
import { TwoSides } from './two-sides.tsx';

const NOTHING = 'The ledger knows no person and no issuer under this address.';

/**
 * What is held at two points of both times, side by side, what differs first: of a person, of an
 * issuer, or of everybody.
 */
export function CompareView() {
  const { of } = useSearch({ strict: false });
  return of === undefined ? <Everybody /> : <OfOne key={of} id={of} />;
}

function OfOne({ id }: { readonly id: string }) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: ComparedSubjectDocument,
    variables: { id },
  });
  const unknown = isOfNothing(error);
  const node = data?.node;
  const subject = node && 'latest' in node ? node : node && null;
  return (
    <>
      {!subject && <h1>Compare</h1>}
      <Answer
        data={unknown ? null : subject}
        error={unknown ? undefined : error}
        nothing={NOTHING}
        {...{ fetching, retry }}
      >
        {(found) => <Compared subject={found} latest={found.latest.nodes[0]?.knownAt} />}
      </Answer>
    </>
  );
}

function Everybody() {
  const [{ data, error, fetching }, retry] = useQuery({ query: NewestFilingDocument });
  return (
    <Answer data={data} nothing="" {...{ error, fetching, retry }}>
      {({ filings }) => <Compared subject={null} latest={filings.nodes[0]?.knownAt} />}
    </Answer>
  );
}

interface ComparedProps {
  /** Null: everybody. */
  readonly subject: Subject | null;
  /** When the latest filing in question became known; undefined where there is none. */
  readonly latest: string | undefined;
}

function Compared({ subject, latest }: ComparedProps) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const newest = dayOf(latest ?? new Date().toISOString());
  const sides = sidesOf(search, subject === null ? 'week' : 'year', newest);
  const change = (next: Sides) => {
    void navigate({
      to: '.',
      search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...addressOf(next) }),
      replace: true,
      resetScroll: false,
    });
  };
  const name = nameOf(subject);
  return (
    <>
      <Described
        title={`Compare ${name}`}
        description={`What ${name} held at two times, side by side, what differs first.`}
      />
      <h1>
        Compare <SubjectLink subject={subject} />
      </h1>
      <TwoSides {...{ sides, change, newest }} isOfAll={subject === null} />
      {subject === null && sides.before.asOf !== sides.after.asOf ? (
        <p role="status" className={styles.hint}>
          Two dates are compared of one person or issuer: search for one, and choose Compare.
        </p>
      ) : (
        <Changes {...{ sides, subject }} />
      )}
    </>
  );
}

function nameOf(subject: Subject | null): string {
  if (subject === null) return 'everybody';
  return shownName(subject.__typename === 'Issuer' ? { ...subject, kind: 'ENTITY' } : subject);
}

function SubjectLink({ subject }: Pick<ComparedProps, 'subject'>) {
  if (subject === null) return 'everybody';
  return subject.__typename === 'Issuer' ? (
    <IssuerLink issuer={subject} />
  ) : (
    <PersonLink person={subject} />
  );
}

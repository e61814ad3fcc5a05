import { useQuery } from 'urql';
import {
  LineMoreDocument,
  type LineMoreQuery,
  type ScreenedLineFragment,
} from '../graphql/index.ts';
import { FootnotesOf, RemarksOf, securityName } from '../lines/index.ts';
import {
  AccountLink,
  Amount,
  Answer,
  Day,
  FilingLink,
  Money,
  PeopleLinks,
  shownName,
} from '../ui/index.ts';
import styles from './screen.module.css';

interface LineMoreProps {
  readonly line: ScreenedLineFragment;
  readonly knownAt: string | null;
}

type More = Extract<NonNullable<LineMoreQuery['node']>, { readonly footnotes: readonly unknown[] }>;

/** What a row has no room for: the security, its place in its account, remarks and footnotes. */
export function LineMore({ line, knownAt }: LineMoreProps) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: LineMoreDocument,
    variables: { id: line.id },
  });
  const node = data?.node;
  const more = node && 'footnotes' in node ? (node as More) : undefined;
  return (
    <div className={styles.said}>
      <p>
        <strong>{securityName(line.security)}</strong>,{' '}
        {line.ownership === 'DIRECT' ? 'held directly' : `held indirectly`}
        {more?.nature && <>: {more.nature}</>}. <FilingLink filing={line.filing} />
        {line.transactionDate !== line.effectiveOn && (
          <>
            , dated <Day of={line.transactionDate} /> as filed
          </>
        )}
      </p>
      <p className={styles.places}>
        {line.reporters.map(({ person }) => (
          <AccountLink key={person.id} {...{ person }} issuer={line.issuer} line={line.id}>
            Its place in the account of {shownName(person)}
          </AccountLink>
        ))}
      </p>
      <Answer data={more} nothing="" {...{ error, fetching, retry }}>
        {(found) => (
          <>
            <Elsewhere of={found} knownAt={knownAt} />
            <RemarksOf line={found} />
            {found.footnotes.length > 0 && <FootnotesOf references={found.footnotes} />}
          </>
        )}
      </Answer>
    </div>
  );
}

/** What other filings say of a line: what takes its place, and its duplicate reports. */
function Elsewhere({ of, knownAt }: { readonly of: More; readonly knownAt: string | null }) {
  const isKnown = (event: { readonly knownAt: string }) =>
    knownAt === null || event.knownAt <= knownAt;
  const by = of.supersededBy;
  return (
    <>
      {by !== null && isKnown(by) && (
        <p>
          <strong>Superseded</strong> on <Day of={by.knownAt} /> <Replacement by={by} />
        </p>
      )}
      {of.alsoReportedIn.filter(isKnown).map(({ id, filing, people }) => (
        <p key={id}>
          Also reported in <FilingLink filing={filing} /> of <PeopleLinks people={people} />
        </p>
      ))}
    </>
  );
}

function Replacement({ by }: { readonly by: NonNullable<More['supersededBy']> }) {
  if (!('filing' in by)) return <>; nothing takes its place.</>;
  return (
    <>
      by <FilingLink filing={by.filing} />:{' '}
      <ins className={styles.instead}>
        <Amount of={by.shares} />
        {by.pricePerShare !== null && (
          <>
            {' '}
            at <Money of={by.pricePerShare} as="price" />
          </>
        )}
        , <Amount of={by.amountAfter} unit={by.unitAfter} /> after it
      </ins>
    </>
  );
}

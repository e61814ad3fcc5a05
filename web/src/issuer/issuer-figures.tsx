import { IssuerFiguresDocument, type IssuerFiguresQuery } from '../graphql/index.ts';
import { WhatOf } from '../lines/index.ts';
import { type Times, today } from '../times/index.ts';
import {
  Answer,
  agoWords,
  dayOf,
  difference,
  Figure,
  Figures,
  grouped,
  Money,
  Shares,
  sumOf,
  useCopyable,
} from '../ui/index.ts';
import { useIssuerFigures } from './use-issuer-figures.ts';

interface IssuerFiguresProps {
  readonly issuer: string;
  readonly times: Times;
}

/** What of an issuer's insiders one wants to know first. */
export function IssuerFigures({ issuer, times }: IssuerFiguresProps) {
  const { variables, data, error, fetching, retry } = useIssuerFigures(issuer, times);
  useCopyable('Key figures', IssuerFiguresDocument, variables);
  return (
    <Answer
      data={data?.issuer && { ...data.issuer, trade: data.transactions.nodes[0] }}
      nothing=""
      {...{ error, fetching, retry }}
    >
      {({ insiders, ownership, activity, latest, trade }) => (
        <Figures>
          <Figure name="Insiders">{grouped(String(insiders.totalCount))}</Figure>
          <Held ownership={ownership} />
          <Net activity={activity} />
          <Figure name="Last trade" below={trade && agoWords(trade.effectiveOn, today())}>
            {trade === undefined ? (
              'none'
            ) : (
              <>
                <WhatOf line={trade} />{' '}
                {trade.value === null ? <Shares of={trade.shares} /> : <Money of={trade.value} />}
              </>
            )}
          </Figure>
          <Figure name="Last reported" below={latest.nodes[0] && dayOf(latest.nodes[0].knownAt)}>
            {latest.nodes[0] ? agoWords(dayOf(latest.nodes[0].knownAt), today()) : 'never'}
          </Figure>
        </Figures>
      )}
    </Answer>
  );
}

type Found = NonNullable<IssuerFiguresQuery['issuer']>;

/** Of the class that most is held of: shares of several classes are not added up. */
function Held({ ownership }: Pick<Found, 'ownership'>) {
  const [most, ...others] = ownership
    .filter(({ security, unit }) => security.table === 'NON_DERIVATIVE' && unit === 'SHARES')
    .sort((one, other) => Number(other.total) - Number(one.total));
  if (most === undefined) return <Figure name="Held">nothing</Figure>;
  return (
    <Figure
      name={`Held, ${most.security.title}`}
      below={
        <>
          direct <Shares of={most.direct} /> + indirect <Shares of={most.indirect} />
          {others.length > 0 && `; and of ${others.length} more`}
        </>
      }
    >
      <Shares of={most.total} />
    </Figure>
  );
}

function Net({ activity }: Pick<Found, 'activity'>) {
  const bought = sumOf(activity.map(({ purchases }) => purchases.value));
  const sold = sumOf(activity.map(({ sales }) => sales.value));
  const net = difference(bought, sold);
  const isNone = bought === '0' && sold === '0';
  return (
    <Figure
      name="Net, 12 months"
      kind={isNone ? undefined : net.startsWith('-') ? 'disposed' : 'acquired'}
      below={
        isNone ? (
          'nothing bought or sold'
        ) : (
          <span title={`$${grouped(bought)} less $${grouped(sold)}`}>
            bought <Money of={bought} />, sold <Money of={sold} />
          </span>
        )
      }
    >
      {isNone ? '–' : <Money of={net} />}
    </Figure>
  );
}

import { useQuery } from 'urql';
import { type PersonBy, PersonFiguresDocument } from '../graphql/index.ts';
import { WhatOf } from '../lines/index.ts';
import { type Times, today } from '../times/index.ts';
import {
  Answer,
  agoWords,
  dayOf,
  Figure,
  Figures,
  Money,
  Shares,
  useCopyable,
} from '../ui/index.ts';
import { sumsOf } from './sums-of.ts';
import type { Held, Line } from './use-holdings.ts';

interface PersonFiguresProps {
  readonly figures: ReturnType<typeof usePersonFigures>;
  readonly held: Held | undefined;
}

/** The key figures of a person, by whatever the address names them. */
export function usePersonFigures(by: PersonBy, { asOf, knownAt }: Times) {
  const of = 'cik' in by ? { personCiks: [by.cik] } : { people: [by.id] };
  const variables = {
    by,
    asOf,
    knownAt,
    known: knownAt === null ? {} : { knownTo: knownAt },
    traded: { ...of, codes: ['P' as const, 'S' as const], effectiveTo: asOf },
  };
  useCopyable('Key figures', PersonFiguresDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: PersonFiguresDocument, variables });
  return { data, error, fetching, retry } as const;
}

/** What of a person one wants to know first. */
export function PersonFigures({ figures, held }: PersonFiguresProps) {
  const { data, ...asking } = figures;
  return (
    <Answer
      data={data?.person && { ...data.person, trade: data.transactions.nodes[0] }}
      nothing=""
      {...asking}
    >
      {({ relationships, latest, trade }) => (
        <Figures>
          <MostHeld held={held} />
          <Figure name="Insider of">
            {relationships.totalCount === 1 ? '1 issuer' : `${relationships.totalCount} issuers`}
          </Figure>
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

/** Of the class that most is held of, over issuers. */
function MostHeld({ held }: Pick<PersonFiguresProps, 'held'>) {
  if (held === undefined) return <Figure name="Held">…</Figure>;
  const lines = held.lines.flatMap(({ past }): Line[] => (past === null ? [] : [past]));
  const [most, ...others] = sumsOf(lines).sort(
    (one, other) => Number(other.total) - Number(one.total),
  );
  if (most === undefined) return <Figure name="Held">nothing</Figure>;
  const where = most.issuer.ticker ?? most.issuer.name;
  return (
    <Figure
      name={`Held of ${where}, ${most.title}`}
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

import { z } from 'zod';
import {
  FILING,
  type Frame,
  filing,
  filingInWords,
  grouped,
  heldHow,
  ISSUER,
  inQuotes,
  issuer,
  LONGEST,
  named,
  PERSON,
  person,
  quoted,
  SECURITY,
  security,
  unitInWords,
} from '../answers/index.ts';
import type { HeldAccountFragment, HeldPageFragment } from '../graphql/index.ts';

/** A holding in an answer. */
export const HOLDING = z
  .object({
    account: z.string().describe('What explain_balance takes, to explain this one.'),
    person: PERSON,
    issuer: ISSUER,
    security: SECURITY,
    ownership: z.string(),
    nature: z.string().nullable().describe('How it is held indirectly, as filed.'),
    amount: z.string().describe('Exact decimal.'),
    unit: z.string(),
    status: z.string(),
    reportedOn: z.string().describe('The day that the amount is of.'),
    knownAt: z.string().describe('When the public could know it.'),
    derived: z.boolean().describe('Worked out; no filing states it.'),
    reconciliation: z.string().describe('BREAK: it does not follow from the amount before it.'),
    difference: z.string().nullable(),
    straddlesCorporateAction: z.boolean().describe('Not to be added to amounts of that day.'),
    position: z.string().describe('The event that it rests on.'),
    filing: FILING,
  })
  .meta({ id: 'Holding' });

/** A holding, of GraphQL's. */
export function holding(held: HeldAccountFragment): z.output<typeof HOLDING> {
  return {
    account: held.account,
    person: person(held.person),
    issuer: issuer(held.issuer),
    security: security(held.security),
    ownership: held.ownership,
    nature: held.nature === null ? null : quoted(held.nature, LONGEST.nature),
    amount: held.amount,
    unit: held.unit,
    status: held.status,
    reportedOn: held.effectiveOn,
    knownAt: held.knownAt,
    derived: held.derived,
    reconciliation: held.reconciliation,
    difference: held.difference,
    straddlesCorporateAction: held.straddlesCorporateAction,
    position: held.source.position,
    filing: filing(held.source.filing),
  };
}

/** A holding in a line of words; `says` whose name. */
export function holdingInWords(
  held: HeldAccountFragment,
  says: 'person' | 'issuer' | 'neither',
): string {
  const who = [
    ...(says === 'person' ? [named(held.person)] : []),
    ...(says === 'issuer' ? [named(held.issuer)] : []),
  ].join(' in ');
  const doubts = [
    ...(held.status === 'CURRENT' ? [] : [held.status.toLowerCase()]),
    ...(held.derived ? ['derived'] : []),
    ...(held.reconciliation === 'BREAK'
      ? [`breaks by ${held.difference ?? 'an unknown amount'}`]
      : []),
    ...(held.straddlesCorporateAction ? ['straddles a corporate action'] : []),
  ];
  return (
    `- ${who === '' ? '' : `${who}: `}${grouped(held.amount)} ${unitInWords(held.unit)} of ` +
    `${inQuotes(held.security.title, LONGEST.title)}, ${heldHow(held)}; reported for ` +
    `${held.effectiveOn} in ${filingInWords(held.source.filing)}` +
    `${doubts.length === 0 ? '' : ` [${doubts.join('; ')}]`}`
  );
}

/** How complete an answer is that shows the first so many of a page. */
export function ofPage(
  page: Pick<HeldPageFragment, 'totalCount' | 'totalCountIsAtLeast' | 'pageInfo'> & {
    readonly edges: readonly { readonly cursor: string }[];
  },
  shown: number,
  after: string | undefined,
): Frame['complete'] {
  const hasMore = shown < page.edges.length || page.pageInfo.hasNextPage;
  return {
    shown,
    of: page.totalCount,
    ofIsAtLeast: page.totalCountIsAtLeast,
    next: hasMore ? (page.edges[shown - 1]?.cursor ?? after ?? null) : null,
  };
}

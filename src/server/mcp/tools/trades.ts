import { z } from 'zod';
import {
  FILING,
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
} from '../answers/index.ts';
import type { TradedFragment } from '../graphql/index.ts';

/** People of a joint filing that a line names at most; filings have ten at most. */
const PEOPLE = 3;

/** A transaction line in an answer. */
export const TRADE = z
  .object({
    position: z.string().describe('The event that it is.'),
    filing: FILING,
    line: z.number().int(),
    people: z.array(PERSON).describe(`Its reporters; the first ${PEOPLE} of them.`),
    peopleInAll: z.number().int(),
    issuer: ISSUER,
    effectiveOn: z.string(),
    knownAt: z.string(),
    code: z.string().describe('As filed: P purchase, S sale, A grant, M exercise, G gift, F tax …'),
    acquiredDisposed: z.string().nullable(),
    shares: z.string().nullable(),
    price: z.string().nullable().describe('US dollars a share.'),
    value: z.string().nullable(),
    amountAfter: z.string().nullable(),
    ownership: z.string(),
    nature: z.string().nullable().describe('As filed.'),
    security: SECURITY,
    flags: z.array(z.string()),
    reconciliation: z.string().nullable(),
    supersededBy: z.string().nullable().describe('Position of the event that supersedes it.'),
  })
  .meta({ id: 'Trade' });

/** A transaction line, of GraphQL's. */
export function trade(of: TradedFragment): z.output<typeof TRADE> {
  return {
    position: of.position,
    filing: filing(of.filing),
    line: of.line,
    people: of.people.slice(0, PEOPLE).map(person),
    peopleInAll: of.people.length,
    issuer: issuer(of.issuer),
    effectiveOn: of.effectiveOn,
    knownAt: of.knownAt,
    code: quoted(of.codeAsFiled, 10),
    acquiredDisposed: of.acquiredDisposed,
    shares: of.shares,
    price: of.pricePerShare,
    value: of.value,
    amountAfter: of.amountAfter,
    ownership: of.ownership,
    nature: of.nature === null ? null : quoted(of.nature, LONGEST.nature),
    security: security(of.security),
    flags: of.flags,
    reconciliation: of.reconciliation,
    supersededBy: of.supersededBy?.position ?? null,
  };
}

/** A transaction line in a line of words. */
export function tradeInWords(of: TradedFragment): string {
  const [first, ...others] = of.people;
  const who = first === undefined ? 'nobody' : named(first);
  const joint = others.length === 0 ? '' : ` and ${others.length} more`;
  const price = of.pricePerShare === null ? '' : ` at $${of.pricePerShare}`;
  const after = of.amountAfter === null ? '' : `, ${grouped(of.amountAfter)} after`;
  const doubts = [
    ...of.flags,
    ...(of.reconciliation === 'BREAK' ? ['BREAK'] : []),
    ...(of.supersededBy === null ? [] : [`superseded by ${of.supersededBy.position}`]),
  ];
  return (
    `- ${of.effectiveOn} ${who}${joint} ${done(of)} ${grouped(of.shares ?? 'an unstated number')} of ` +
    `${inQuotes(of.security.title, LONGEST.title)} of ${named(of.issuer)}${price}${after}, ` +
    `${heldHow(of)}; ${filingInWords(of.filing)}, position ${of.position}` +
    `${doubts.length === 0 ? '' : ` [${doubts.join('; ')}]`}`
  );
}

/** What was done, in words, by the code; else by whether it was acquired. */
function done({ code, codeAsFiled, acquiredDisposed }: TradedFragment): string {
  if (code === 'P') return 'bought (P)';
  if (code === 'S') return 'sold (S)';
  const way = acquiredDisposed === null ? 'reported' : acquiredDisposed.toLowerCase();
  return `${way} (code ${inQuotes(codeAsFiled, 10)})`;
}

import { z } from 'zod';
import {
  FRAME,
  fitted,
  framed,
  frameInWords,
  ISSUER,
  issuer,
  issuerPath,
  link,
  named,
  PERSON,
  person,
  personPath,
  viewOf,
} from '../answers/index.ts';
import {
  type AcquiredDisposed,
  type FormType,
  type InsiderRole,
  type LineFlag,
  type OrderDirection,
  type OwnershipForm,
  type PersonKind,
  type PlanState,
  type Reconciliation,
  type SecurityTable,
  type Timeliness,
  TradesAskedDocument,
  type TransactionCode,
  type TransactionFilter,
  type TransactionOrderField,
} from '../graphql/index.ts';
import { dateOf, findIssuer, findPerson, instantOrDay, TIMES, timesOf } from '../naming/index.ts';
import { ISSUER_NAMED, PAGE, PERSON_NAMED } from './arguments.ts';
import { valuesOf } from './enums.ts';
import { ofPage } from './held-page.ts';
import { tool } from './tool.ts';
import { TRADE, trade, tradeInWords } from './trades.ts';

const day = (says: string) => z.string().max(40).optional().describe(says);
const amount = (says: string) =>
  z
    .string()
    .regex(/^-?\d{1,20}(?:\.\d{1,10})?$/)
    .optional()
    .describe(says);
const several = <Value extends string>(name: string, says: string) =>
  z.array(valuesOf<Value>(name)).max(20).optional().describe(says);

/** What goes to the API as it stands. */
const NARROWED = z.object({
  codes: several<TransactionCode>('TransactionCode', 'P purchase, S sale, A grant, M exercise …'),
  acquiredDisposed: valuesOf<AcquiredDisposed>('AcquiredDisposed').optional(),
  table: valuesOf<SecurityTable>('SecurityTable').optional(),
  securityTitle: z.string().max(200).optional().describe('Of the class that this title folds to.'),
  ownership: valuesOf<OwnershipForm>('OwnershipForm').optional(),
  minValue: amount('US dollars: this or more.'),
  maxValue: amount('US dollars: this or less.'),
  roles: several<InsiderRole>('InsiderRole', 'Reported by somebody who is one of these.'),
  officerTitle: z.string().max(200).optional().describe('With every word of this in the title.'),
  personKind: valuesOf<PersonKind>('PersonKind').optional(),
  timeliness: several<Timeliness>('Timeliness', 'Reported so.'),
  flags: several<LineFlag>('LineFlag', 'With one of these remarks that something is odd.'),
  plan: valuesOf<PlanState>('PlanState').optional().describe('Of a Rule 10b5-1 plan.'),
  forms: several<FormType>('FormType', 'Of a filing of one of these forms.'),
  amendments: z.boolean().optional().describe('True: of amendments alone. False: of others alone.'),
  reconciliation: several<Reconciliation>('Reconciliation', 'BREAK: its amount does not follow.'),
  includeSuperseded: z
    .boolean()
    .default(false)
    .describe('True adds lines that an amendment superseded by then.'),
});

const INPUT = z.strictObject({
  person: PERSON_NAMED.optional(),
  issuer: ISSUER_NAMED.optional(),
  from: day('Effective on this day or later.'),
  to: day('Effective on this day or earlier.'),
  knownFrom: day('Known at this instant, or on this day, or later.'),
  knownTo: day('Known at this instant, or on this day, or earlier.'),
  knownAt: TIMES.knownAt,
  ...NARROWED.shape,
  orderBy: valuesOf<TransactionOrderField>('TransactionOrderField').optional(),
  direction: valuesOf<OrderDirection>('OrderDirection').optional(),
  ...PAGE,
});

/** Transactions over all issuers, or of somebody, narrowed and ordered. */
export const transactions = tool({
  name: 'transactions',
  title: 'Transactions',
  description:
    'Transactions that insiders reported, narrowed by person, issuer, code, days, value, role and ' +
    'more, the latest known first unless ordered otherwise. Lines that an amendment superseded are ' +
    'left out. Purchases in the open market are code P, sales S.',
  input: INPUT,
  output: z.object({
    person: PERSON.nullable(),
    issuer: ISSUER.nullable(),
    transactions: z.array(TRADE),
    ...FRAME,
  }),
  async answer(args, asking) {
    const { ask } = asking;
    const filter = filterOf(args);
    const { asOf, knownAt } = timesOf({ asOf: args.to, knownAt: args.knownAt }, asking);
    const who = args.person === undefined ? null : await findPerson(args.person, 'person', ask);
    const of = args.issuer === undefined ? null : await findIssuer(args.issuer, 'issuer', ask);
    const given = await ask(TradesAskedDocument, {
      asOf,
      knownAt,
      filter: {
        ...filter,
        ...(who ? { people: [who.id] } : {}),
        ...(of ? { issuers: [of.id] } : {}),
      },
      orderBy: { by: args.orderBy ?? 'KNOWN_AT', direction: args.direction ?? 'DESC' },
      first: args.first,
      after: args.after ?? null,
    });
    const page = given.transactions;
    const links = [
      ...(who ? link('Person', viewOf(personPath(who), asking)) : []),
      ...(of ? link('Issuer', viewOf(issuerPath(of), asking)) : []),
    ];
    const about = [who, of].flatMap((each) => (each ? [named(each)] : []));
    return fitted(page.edges.length, (shown) => {
      const nodes = page.edges.slice(0, shown).map(({ node }) => node);
      const complete = ofPage(page, shown, args.after);
      const frame = { viewed: given.snapshot, complete, links };
      return {
        structured: {
          person: who && person(who),
          issuer: of && issuer(of),
          transactions: nodes.map(trade),
          ...framed(frame, asking),
        },
        words: [
          `Transactions${about.length === 0 ? '' : ` of ${about.join(' in ')}`}` +
            `${page.totalCount === 0 ? ': none is reported.' : ':'}`,
          ...nodes.map(tradeInWords),
          ...frameInWords(frame, 'transactions'),
        ].join('\n'),
      };
    });
  },
});

/** The filter of the API that arguments mean, but for whom they name. */
function filterOf(args: z.output<typeof INPUT>): TransactionFilter {
  const { from, to, knownFrom, knownTo } = args;
  return {
    ...NARROWED.parse(args),
    ...(from === undefined ? {} : { effectiveFrom: dateOf('from', from) }),
    ...(to === undefined ? {} : { effectiveTo: dateOf('to', to) }),
    ...(knownFrom === undefined ? {} : { knownFrom: instantOrDay('knownFrom', knownFrom) }),
    ...(knownTo === undefined ? {} : { knownTo: instantOrDay('knownTo', knownTo) }),
  };
}

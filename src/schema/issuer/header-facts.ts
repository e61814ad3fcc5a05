import { type IssuerFactsRow, issuerFacts } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import type { Context } from '../request/index.ts';
import { knownAtArgument, knownAtOf } from '../viewpoint.ts';
import { Issuer } from './issuer.ts';

/** What headers say of an issuer is listed so many times at most. */
const CHANGES_AT_MOST = 100;

const FACTS = {
  sic: 'Standard Industrial Classification: four digits.',
  sicDescription: 'EDGAR’s words for the SIC code; null where the header has the code alone.',
  fiscalYearEnd: 'The last day of the fiscal year, MMDD, as EDGAR’s register has it.',
  stateOfIncorporation:
    'EDGAR’s code of two characters for the state, or the country, of incorporation.',
} as const satisfies Record<keyof IssuerFactsRow, string>;

const HeaderFacts = builder.prismaObject('IssuerFacts', {
  name: 'HeaderFacts',
  description: 'What EDGAR’s register has of an issuer, as the headers of submissions say.',
  fields: (t) => ({
    sic: t.exposeString('sic', { nullable: true, description: FACTS.sic }),
    sicDescription: t.exposeString('sicDescription', {
      nullable: true,
      description: FACTS.sicDescription,
    }),
    fiscalYearEnd: t.exposeString('fiscalYearEnd', {
      nullable: true,
      description: FACTS.fiscalYearEnd,
    }),
    stateOfIncorporation: t.exposeString('stateOfIncorporation', {
      nullable: true,
      description: FACTS.stateOfIncorporation,
    }),
    knownFrom: t.expose('knownFrom', {
      type: 'DateTime',
      description: 'When the first filing that says so became known.',
    }),
    knownTo: t.expose('knownTo', {
      type: 'DateTime',
      nullable: true,
      description: 'When a filing that says otherwise became known; null while none has.',
    }),
    filing: t.relation('filing', { description: 'The first filing that says so.' }),
  }),
});

builder.prismaObjectFields(Issuer, (t) => {
  const fact = (name: keyof IssuerFactsRow) =>
    t.string({
      nullable: true,
      description: `${FACTS[name]} As the headers known then say; null where none does.`,
      args: knownAtArgument,
      resolve: async ({ id }, args, context) => (await factsOf(id, args, context))?.[name] ?? null,
    });
  return {
    sic: fact('sic'),
    sicDescription: fact('sicDescription'),
    fiscalYearEnd: fact('fiscalYearEnd'),
    stateOfIncorporation: fact('stateOfIncorporation'),
    headerFacts: t.relation('facts', {
      type: HeaderFacts,
      description: `All that headers said of it over time, the latest first: ${CHANGES_AT_MOST} at most.`,
      query: { orderBy: { knownFrom: 'desc' }, take: CHANGES_AT_MOST },
    }),
  };
});

/** One statement answers all facts of all issuers of the request that are asked for one instant. */
function factsOf(
  issuer: bigint,
  args: Parameters<typeof knownAtOf>[0],
  context: Context,
): Promise<IssuerFactsRow | null> {
  const asked = { key: issuer, given: knownAtOf(args, context) };
  return context.loaders.load('header facts', asked, issuerFacts);
}

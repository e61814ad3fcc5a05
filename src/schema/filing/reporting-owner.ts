import { pointsToRemarks, type InsiderRole as Role, statedText } from '../../rules/index.ts';
import { builder } from '../builder.ts';
import { InsiderRole } from '../enums.ts';
import { type Context, groupRows } from '../request/index.ts';

interface AddressShape {
  readonly street1: string | null;
  readonly street2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly nonUsStateTerritory: string | null;
  readonly zip: string | null;
  readonly country: string | null;
  readonly stateDescription: string | null;
}

const Address = builder.objectRef<AddressShape>('Address').implement({
  description: 'An address as filed.',
  fields: (t) => ({
    street1: t.exposeString('street1', { nullable: true, description: 'First street line.' }),
    street2: t.exposeString('street2', { nullable: true, description: 'Second street line.' }),
    city: t.exposeString('city', { nullable: true, description: 'City.' }),
    state: t.string({
      nullable: true,
      description:
        'State or country code, as EDGAR writes it; outside the US also a state in words.',
      resolve: ({ state, nonUsStateTerritory }) => state ?? nonUsStateTerritory,
    }),
    zip: t.exposeString('zip', { nullable: true, description: 'Zip or postal code.' }),
    stateDescription: t.string({
      nullable: true,
      description: 'State or country in words, or the country’s EDGAR code.',
      resolve: ({ stateDescription, country }) => stateDescription ?? country,
    }),
  }),
});

/** ReportingOwner: what a filing says of one of its owners. */
export const ReportingOwner = builder.prismaObject('FilingOwner', {
  name: 'ReportingOwner',
  description: 'What one filing says of one of its reporting owners.',
  fields: (t) => ({
    person: t.relation('person', { description: 'Who it is.' }),
    nameAsFiled: t.exposeString('nameAsFiled', { description: 'The name in this filing.' }),
    roles: t.field({
      type: [InsiderRole],
      description: 'What makes the owner an insider.',
      resolve: (owner): Role[] => [
        ...(owner.isDirector ? ['DIRECTOR' as const] : []),
        ...(owner.isOfficer ? ['OFFICER' as const] : []),
        ...(owner.isTenPercentOwner ? ['TEN_PERCENT_OWNER' as const] : []),
        ...(owner.isOther ? ['OTHER' as const] : []),
      ],
    }),
    officerTitle: t.exposeString('officerTitle', {
      nullable: true,
      description: 'The title of an officer, as filed.',
    }),
    title: t.string({
      nullable: true,
      description:
        'The title of an officer; of one filed as "See Remarks" the remarks (docs/domain.md §7).',
      resolve: async ({ officerTitle, filingId }, _, context) =>
        pointsToRemarks(officerTitle)
          ? statedText(officerTitle, await remarksOf(filingId, context))
          : officerTitle,
    }),
    otherText: t.exposeString('otherText', {
      nullable: true,
      description: 'What the role OTHER means.',
    }),
    address: t.field({
      type: Address,
      nullable: true,
      description: 'Null where the filing gives none.',
      resolve: ({ address }) => address as AddressShape | null,
    }),
  }),
});

/** The remarks of a filing: of all filings of a request in one statement. */
function remarksOf(filingId: bigint, context: Context): Promise<string | null> {
  const asked = { key: filingId, given: null };
  return context.loaders.load('remarks of filings', asked, async (_, ids) => {
    const rows = await context.records.filing.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, remarks: true },
    });
    const remarks = new Map(rows.map((filing) => [filing.id, filing.remarks]));
    return ids.map((id) => remarks.get(id) ?? null);
  });
}

type OwnerRecord = typeof ReportingOwner.$inferType;

/**
 * The reporting owners of a filing, in the order listed: of all filings of a request in one
 * statement.
 */
export function ownersOfFiling(filingId: bigint, context: Context): Promise<OwnerRecord[]> {
  const asked = { key: filingId, given: null };
  return context.loaders.load('owners of filings', asked, async (_, filingIds) => {
    const rows = await context.records.filingOwner.findMany({
      where: { filingId: { in: [...filingIds] } },
      orderBy: [{ filingId: 'asc' }, { ordinal: 'asc' }],
    });
    return groupRows(filingIds, rows, (owner) => owner.filingId);
  });
}

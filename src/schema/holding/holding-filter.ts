import type { HoldingFilter as Filter } from '../../reads/index.ts';
import { foldSecurityTitle } from '../../rules/index.ts';
import { boundedFilter } from '../bounds.ts';
import { builder } from '../builder.ts';
import { HoldingStatus, OwnershipForm, SecurityTable } from '../enums.ts';
import { subjectKey } from '../identity/index.ts';
import { type Context, narrowed } from '../request/index.ts';

const DEFAULT_STATUSES = ['CURRENT', 'CARRIED'] as const;

/** HoldingFilter. */
export const HoldingFilterInput = builder.inputType('HoldingFilter', {
  description: 'Which holdings; what is left out does not narrow.',
  fields: (t) => ({
    issuer: t.id({ description: 'Of this issuer’s securities.' }),
    person: t.id({ description: 'Of this person.' }),
    ownership: t.field({ type: OwnershipForm, description: 'Owned in this way.' }),
    table: t.field({ type: SecurityTable, description: 'In this table of the form.' }),
    security: t.string({ description: 'Of this class of security: any title that folds to it.' }),
    statuses: t.field({
      type: [HoldingStatus],
      defaultValue: [...DEFAULT_STATUSES],
      description: 'With one of these statuses. A history has none, and is not narrowed by them.',
    }),
  }),
});

/** The filter as the ledger takes it. */
export async function holdingFilterOf(
  given: typeof HoldingFilterInput.$inferInput | null | undefined,
  context: Context,
): Promise<Filter> {
  const { issuer, person, ownership, table, security, statuses } = boundedFilter(given ?? {});
  return narrowed<Filter>({
    issuerId: await subjectKey('Issuer', issuer, 'filter.issuer', context),
    personId: await subjectKey('Person', person, 'filter.person', context),
    ownership,
    table,
    securityClass: security == null ? null : foldSecurityTitle(security),
    statuses: statuses ?? DEFAULT_STATUSES,
  });
}

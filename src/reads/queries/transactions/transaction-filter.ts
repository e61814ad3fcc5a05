import type { FormType, Timeliness } from '../../../parser/index.ts';
import type { InsiderRole, LineFlag, LinePlan, Reconciliation } from '../../../rules/index.ts';
import type { Decimal } from '../../../values/index.ts';
import type { EventFilter } from '../event-filter.ts';
import type { FactsFilter } from '../issuer-facts.ts';

/** What a filing's box, or what the footnotes that a line cites, say of a Rule 10b5-1 plan. */
export type PlanState = 'BOX_CHECKED' | 'NONE' | Exclude<LinePlan, null>;

/** Which transactions; what is left out does not narrow. Several values of one field widen it. */
export interface TransactionFilter extends Omit<EventFilter, 'types'>, FactsFilter {
  /** USD, at most. */
  readonly maxValue?: Decimal;
  /** What a reporting owner of its filing is to the issuer, as that filing says. */
  readonly roles?: readonly InsiderRole[];
  /** Each of these words is in the officer title of an owner, in any case. */
  readonly titleWords?: readonly string[];
  /** The class that titles fold to. */
  readonly securityClass?: string;
  readonly personKind?: 'INDIVIDUAL' | 'ENTITY' | 'UNKNOWN';
  readonly timeliness?: readonly Timeliness[];
  /** At least one of these. */
  readonly flags?: readonly LineFlag[];
  readonly plan?: PlanState;
  readonly forms?: readonly FormType[];
  /** True: of a Form 3/A, 4/A or 5/A; false: of none. */
  readonly amendments?: boolean;
  readonly reconciliation?: readonly Reconciliation[];
}

import type { ActionsAsked, Basis as BasisAsked, Part } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Basis } from '../enums.ts';

export type { BasisAsked };

/** The basis argument. */
export const basisArgument = builder.args((t) => ({
  basis: t.field({
    type: Basis,
    defaultValue: 'AS_FILED',
    description: 'As filed, or adjusted for splits and the like.',
  }),
}));

/** What a query asks of corporate actions, by the parts that it reads and by its basis. */
export function actionsAsked(
  parts: readonly Part[],
  basis: BasisAsked | null | undefined,
): ActionsAsked {
  if (basis === 'ADJUSTED') return 'adjusted';
  return parts.includes('actions') ? 'marked' : 'none';
}

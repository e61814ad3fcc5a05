import type { ActionsAsked, Basis as Asked, Part } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Basis } from '../enums.ts';

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
  basis: Asked | null | undefined,
): ActionsAsked {
  if (basis === 'ADJUSTED') return 'adjusted';
  return parts.includes('actions') ? 'marked' : 'none';
}

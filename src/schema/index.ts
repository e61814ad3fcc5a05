import './scalars.ts';
import './nodes.ts';
import './people.ts';
import './issuers.ts';
import './filings.ts';
import './filing-summary.ts';
import './also-reported-in.ts';
import './activity.ts';
import './ownership.ts';
import './filing-events.ts';
import './events.ts';
import './relationship.ts';
import './co-insiders.ts';
import './connection-path.ts';
import './holdings.ts';
import './holding-history.ts';
import './search.ts';
import './snapshot.ts';
import './ledger.ts';
import './subscription.ts';
import './submit-filing.ts';
import { builder } from './builder.ts';

export { ANONYMOUS, type Caller } from './caller.ts';
export { type Context, createContext } from './context.ts';
export { MASKED, restated, toContractError, tooComplex } from './errors.ts';
export { decodeIdOf, encodeId } from './ids.ts';
export { needsPrisma } from './needs-prisma.ts';
export { DEFAULT_SIZE, MAX_SIZE } from './pages.ts';
export { SharedBatches, type SharedWork } from './shared-batches.ts';

/**
 * The whole schema.
 * @public
 */
export const schema = builder.toSchema();

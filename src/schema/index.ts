import './scalars.ts';
import './nodes.ts';
import './person/people.ts';
import './person/people-by.ts';
import './issuer/issuers.ts';
import './issuer/issuers-by.ts';
import './filing/filings.ts';
import './filing/filings-by.ts';
import './filing/filing-summary.ts';
import './filing/source-document.ts';
import './event/also-reported-in.ts';
import './activity/activity.ts';
import './holding/ownership.ts';
import './holding/corporate-action.ts';
import './event/filing-events.ts';
import './event/filing-reread.ts';
import './event/events.ts';
import './relationship/relationship.ts';
import './relationship/co-insiders.ts';
import './relationship/connection-path.ts';
import './holding/holdings.ts';
import './holding/holdings-on.ts';
import './holding/holding-history.ts';
import './search/search.ts';
import './snapshot/snapshot.ts';
import './ledger/ledger.ts';
import './receipt/checkpoint.ts';
import './receipt/inclusion-proof.ts';
import './receipt/consistency-proof.ts';
import './transaction/transactions.ts';
import './transaction/clusters.ts';
import './event/subscription.ts';
import './snapshot/revised.ts';
import './submit-filing.ts';
import './watch/watches.ts';
import './watch/create-watch.ts';
import './watch/change-watch.ts';
import { builder } from './builder.ts';

export { badInput, MASKED, restated, toContractError, tooComplex } from './errors.ts';
export { type ExportedList, exportQuestion } from './export-question.ts';
export { type FeedOf, type FeedQuestion, feedQuestion } from './feed-question.ts';
export { decodeIdOf, encodeId } from './identity/index.ts';
export { DEFAULT_SIZE, MAX_SIZE } from './paging/index.ts';
export {
  ANONYMOUS,
  type AskedWatch,
  type Caller,
  type Context,
  createContext,
  isOfCaller,
  type MadeWatch,
  needsPrisma,
  SharedBatches,
  type SharedWork,
  type TestedWatch,
  type Watches,
} from './request/index.ts';
export { filterGiven, filterMeant } from './watch/filter-given.ts';

/**
 * The whole schema.
 * @public
 */
export const schema = builder.toSchema();

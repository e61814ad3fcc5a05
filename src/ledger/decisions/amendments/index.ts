export {
  type AmendableFiling,
  type AmendableLine,
  amendsId,
  isAmendmentForm,
  statesNothing,
} from './amended-filing.ts';
export { type AmendmentDecision, linkAmendments } from './link-amendments.ts';
export { namedFilings } from './named-filings.ts';

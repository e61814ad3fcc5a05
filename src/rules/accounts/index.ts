export type { AccountEnd } from './account-end.ts';
export type { AccountEvidence, AccountKey } from './account-key.ts';
export type { AccountLine, AssignedLine, Slot } from './assigned-line.ts';
export { type Break, type BreakCause, breakCause } from './break-cause.ts';
export type { AccountEntries, Entry } from './entries.ts';
export { type FamilyAccounts, familyAccounts } from './family-accounts.ts';
export { type ClassEnd, type FamilyEnd, goesOn } from './family-end.ts';
export {
  type ClassLines,
  compareFilings,
  type FilingOrder,
  type GroupLine,
  type Reconciliation,
  type StatedNothing,
  type Unit,
} from './group-line.ts';
export { foldNature } from './nature.ts';
export { type BalancePoint, balancePoints } from './restated-points.ts';
export { foldNotes } from './run.ts';
export { foldSecurityTitle } from './security-class.ts';
export { shareOfHolding } from './share-of-holding.ts';

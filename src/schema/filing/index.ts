export { Filing, findFilings, loadFiling, loadFilings } from './filing.ts';
export { citedBy, citedFootnotes, Footnote, FootnoteReference } from './footnote.ts';
export { ParseWarning, type WarningShape } from './parse-warning.ts';
export { ownersOfFiling, ReportingOwner } from './reporting-owner.ts';
export { planOf, Rule10b5One } from './rule-10b5-one.ts';

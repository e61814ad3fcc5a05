export { AccountLink } from './account-link.tsx';
export { type Action, ActionMark } from './action-mark.tsx';
export { Amount } from './amount.tsx';
export { Answer } from './answer.tsx';
export { Columns } from './columns.tsx';
export { type Copyable, useCopyable, useCopyables } from './copyable.ts';
export { Day, dayOf } from './day.tsx';
export { agoWords, counted, dayWords } from './day-words.ts';
export { Described } from './described.tsx';
export {
  IssuerLink,
  inAddress,
  type Linked,
  Name,
  PeopleLinks,
  PersonLink,
  sameTimes,
} from './entity-links.tsx';
export { difference, rounded, sumOf } from './exact.ts';
export { Figure, Figures } from './figures.tsx';
export { FilingDay } from './filing-day.tsx';
export { FilingLink } from './filing-link.tsx';
export { formName } from './form-name.ts';
export { grouped } from './grouped.ts';
export { inZone } from './in-zone.ts';
export { LoadMore } from './load-more.tsx';
export { MeaningOf, meaningOf } from './meaning-of.tsx';
export { Money, priceText, Shares, valueText } from './money.tsx';
export { Panel } from './panel.tsx';
export { Presets } from './presets.tsx';
export { Reporters } from './reporters.tsx';
export { Roles, roleWords } from './roles.tsx';
export { RowTable } from './row-table.tsx';
export { shownName } from './shown-name.ts';
export { Table } from './table.tsx';
export { TickerLink } from './ticker-link.tsx';
export { usePages } from './use-pages.ts';
export { useWidth } from './use-width.ts';

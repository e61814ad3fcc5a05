export { Amount } from './amount.tsx';
export { Answer } from './answer.tsx';
export { Day, dayOf } from './day.tsx';
export { IssuerLink, PeopleLinks, PersonLink, sameTimes } from './entity-links.tsx';
export { grouped } from './grouped.ts';
export { MeaningOf, meaningOf } from './meaning-of.tsx';
export { Panel } from './panel.tsx';
export { Roles, roleWords } from './roles.tsx';
export { Table } from './table.tsx';

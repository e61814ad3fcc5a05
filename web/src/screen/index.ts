export { SCREEN } from './address.ts';
export { Screen } from './screen.tsx';
export { ScreenTable } from './screen-table.tsx';

export { SCREEN } from './address.ts';
export { Screen } from './screen.tsx';

export { firstTellings, type PlacedTelling } from './first-tellings.ts';

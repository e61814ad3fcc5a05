export { grouped, headline, issuerOf, peopleOf, reasonOf } from './words.ts';

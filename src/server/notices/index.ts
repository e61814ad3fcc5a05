export { grouped, headline, issuerOf, peopleOf, plain, reasonOf } from './words.ts';

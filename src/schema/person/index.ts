export { PersonConnection, PersonFilter, peopleOf } from './people.ts';
export { findPerson, loadPerson, Person, peopleOfFiling, personByCik, personOf } from './person.ts';

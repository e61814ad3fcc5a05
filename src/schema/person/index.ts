export { PersonConnection, PersonFilter, peopleOf } from './people.ts';
export { findPerson, loadPerson, Person, peopleOfFiling, personOf } from './person.ts';

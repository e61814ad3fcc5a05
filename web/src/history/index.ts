export { PersonHistory } from './person-history.tsx';

export { FilingsList } from './filings-list.tsx';

export { TransactionsTable } from './transactions-table.tsx';

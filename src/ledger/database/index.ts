export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Queryable,
  SERVER_ROLE,
} from './database.ts';
export { migrate } from './migrate.ts';
export { inTransaction } from './transaction.ts';

export { Execution } from './execution.ts';

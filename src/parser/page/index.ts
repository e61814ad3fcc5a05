export type {
  MarkedText,
  Page,
  PageBoxes,
  PageCell,
  PageRow,
  PageTable,
  PrintedDate,
} from './page.ts';
export { parsePrintedDate } from './printed-date.ts';
export { readPage } from './read-page.ts';
export { formOfStatement } from './statement.ts';

export { BOX_WORDS, NO_SECURITIES, SIGNATURE } from './form-words.ts';
export { headerLength } from './header-length.ts';
export { listedOnce } from './joint-owners.ts';
export type {
  MarkedText,
  Page,
  PageBoxes,
  PageCell,
  PageRow,
  PageTable,
  PrintedDate,
} from './page.ts';
export { parsePrintedDate, printedDateIn } from './printed-date.ts';
export { readPage } from './read-page.ts';
export { formOfStatement } from './statement.ts';

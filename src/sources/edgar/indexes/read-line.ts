import {
  type AccessionNumber,
  type CalendarDate,
  type Cik,
  calendarDate,
  findAccessionNumber,
  parseCik,
} from '../../../values/index.ts';
import { decodeLatin1 } from './lines.ts';

/** A form of Section 16, as EDGAR's indexes name it. */
export type IndexedForm = '3' | '3/A' | '4' | '4/A' | '5' | '5/A';

/** One line of an index: a filing under one of its filers. */
export interface IndexEntry {
  readonly form: IndexedForm;
  readonly cik: Cik;
  /** The filer's name as the index has it. */
  readonly name: string;
  readonly filedOn: CalendarDate;
  /** Where the submission's text is, beneath EDGAR's archives: edgar/data/…/….txt. */
  readonly path: string;
  readonly accessionNumber: AccessionNumber;
}

/** How an index's lines are laid out: columns of places, by form, or parted by pipes, by filer. */
export type IndexLayout = 'form' | 'master';

/**
 * What a line tells: an entry; null for another form or no text at all; "bad" where it cannot be
 * read.
 */
export type IndexLine = IndexEntry | null | 'bad';

interface Cells {
  readonly form: string;
  readonly name: string;
  readonly cik: string;
  readonly date: string;
  readonly path: string;
}

const OWNERSHIP = /^[345](?:\/A)?$/;
/**
 * A line of columns: whatever their widths, only the name and the form can hold blanks. Columns
 * that EDGAR adds come after the path.
 */
const COLUMNS = /^(.*\S)\s+(\d{1,10})\s+(\d{4}-?\d{2}-?\d{2})\s+(edgar\/\S+)(?:\s.*)?$/;
const FORM_AND_NAME = /^(\S+(?: \S+)*?)(?:\s{2,}(.*))?$/;
const DATE = /^(\d{4})-?(\d{2})-?(\d{2})$/;
const PATH = /^edgar\/data\/[\w/-]+\.txt$/;

/**
 * The layout that a header line announces, whatever columns follow the known ones; null for any
 * other line.
 */
export function layoutOf(line: string): IndexLayout | null {
  const words = line.replace(/\s*\|\s*|\s{2,}/g, '|');
  if (/^CIK\|Company Name\|Form Type\|Date Filed\|File ?name(?:\||$)/i.test(words)) return 'master';
  const isForm = /^Form Type\|Company Name\|CIK\|Date Filed\|File ?name(?:\||$)/i.test(words);
  return isForm ? 'form' : null;
}

/** Reads a line of an index; `nameAt` is where the header of columns has the name. */
export function readIndexLine(line: string, layout: IndexLayout, nameAt: number): IndexLine {
  if (line === '' || /^-+$/.test(line)) return null;
  const cells = layout === 'master' ? cellsOfPipes(line) : cellsOfColumns(line, nameAt);
  if (cells === null) return 'bad';
  if (!OWNERSHIP.test(cells.form)) return null;
  const [, year, month, day] = DATE.exec(cells.date) ?? [];
  const filedOn = calendarDate(Number(year), Number(month), Number(day));
  const cik = parseCik(cells.cik);
  const accessionNumber = PATH.test(cells.path) ? findAccessionNumber(cells.path) : null;
  if (filedOn === null || cik === null || accessionNumber === null) return 'bad';
  const form = cells.form as IndexedForm;
  return { form, cik, name: decodeLatin1(cells.name), filedOn, path: cells.path, accessionNumber };
}

/** Names may hold pipes: the first cell is sure, and the path with the two cells before it. */
function cellsOfPipes(line: string): Cells | null {
  const cells = line.split('|');
  const at = cells.findLastIndex((cell) => /^\s*edgar\//.test(cell));
  const [form, date, path] = cells.slice(at - 2, at + 1).map((cell) => cell.trim());
  if (at < 4 || form === undefined || date === undefined || path === undefined) return null;
  return {
    cik: cells[0] ?? '',
    name: cells
      .slice(1, at - 2)
      .join('|')
      .trim(),
    form,
    date,
    path,
  };
}

function cellsOfColumns(line: string, nameAt: number): Cells | null {
  const [, head = '', cik, date, path] = COLUMNS.exec(line) ?? [];
  if (cik === undefined || date === undefined || path === undefined) return null;
  // A form as long as its column leaves no two blanks; one that runs over it leaves one.
  const [, form = '', name] = FORM_AND_NAME.exec(head) ?? [];
  if (name !== undefined && form.length < nameAt) return { form, name, cik, date, path };
  const inPlace = { form: head.slice(0, nameAt).trim(), name: head.slice(nameAt).trim() };
  return { ...inPlace, cik, date, path };
}

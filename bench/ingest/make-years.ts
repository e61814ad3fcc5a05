import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeFiles } from './make-files.ts';

const NUMBER = /\b(\d{10})-(\d{2})-(\d{6})\b/g;
/** 2023-05-16, and 20230516 as a header has it, alone or before a time of day. */
const DATE = /\b(19|20)(\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/g;
const HEADER_DATE = /\b(19|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=(?:\d{6})?\b)/g;

/**
 * Writes so many submissions of so many years: those of the first as `makeFiles` does, and of each
 * year after it the same people's in the same issuers, a year later. Gives a folder a year.
 */
export async function makeYears(
  from: readonly string[],
  folder: string,
  { filings, years }: { readonly filings: number; readonly years: number },
): Promise<string[]> {
  const first = join(folder, 'year-1');
  const copies = await makeFiles(from, first, Math.floor(filings / years));
  const folders = [first];
  for (let later = 1; later < years; later += 1) {
    const year = join(folder, `year-${later + 1}`);
    folders.push(year);
    for (const copy of copies) {
      const own = join(year, basename(copy));
      mkdirSync(own, { recursive: true });
      for (const name of readdirSync(copy)) {
        const text = readFileSync(join(copy, name), 'latin1');
        writeFileSync(join(own, inYear(name, later)), inYear(text, later), 'latin1');
      }
    }
  }
  return folders;
}

/** A submission as of so many years later: its dates, and the year in its number and others'. */
function inYear(text: string, later: number): string {
  const next = (year: string) => String((Number(year) + later) % 100).padStart(2, '0');
  const dated = (between: string) => {
    return (_: string, century: string, year: string, month: string, day: string) => {
      // There is no leap day in most years.
      const date = month === '02' && day === '29' ? '28' : day;
      const moved = Number(century + year) + later;
      return [moved, month, date].join(between);
    };
  };
  return text
    .replace(NUMBER, (_, agent: string, year: string, count: string) => {
      return `${agent}-${next(year)}-${count}`;
    })
    .replace(DATE, dated('-'))
    .replace(HEADER_DATE, dated(''));
}

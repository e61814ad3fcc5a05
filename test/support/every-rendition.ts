import { parseFiling } from './parse.ts';
import { PAGE_PRINTS } from './print/page-prints.ts';
import { printExcerpt, printTables } from './print/print-data-set.ts';
import { sampleDocuments } from './samples.ts';

/** The samples, and each of them printed in every rendition that it is not in: name and text. */
export function everyRendition(): (readonly [string, string])[] {
  return Object.entries(sampleDocuments()).flatMap(([path, text]) => {
    const filing = parseFiling(text, path);
    const pages = PAGE_PRINTS.map(
      ({ name, print }) => [`${path} as ${name}`, print(filing)] as const,
    );
    const excerpts =
      filing.accessionNumber === null
        ? []
        : [[`${path} as a data set`, printExcerpt(printTables([filing]))] as const];
    return [[path, text] as const, ...pages, ...excerpts];
  });
}

import { dumps } from './dumps.ts';
import { parseFiling } from './parse.ts';
import { CONVERTERS } from './print/converters.ts';
import { PAGE_PRINTS } from './print/page-prints.ts';
import { printExcerpt, printTables } from './print/print-data-set.ts';
import { printHtmlPage } from './print/print-html-page.ts';
import { sampleDocuments } from './samples.ts';

/**
 * The samples, and each of them printed in every rendition that it is not in, through converters
 * too, and dumps of their pages: name and text.
 */
export function everyRendition(): (readonly [string, string])[] {
  return Object.entries(sampleDocuments())
    .flatMap(([path, text]) => {
      const filing = parseFiling(text, path);
      const pages = PAGE_PRINTS.map(
        ({ name, print }) => [`${path} as ${name}`, print(filing)] as const,
      );
      const excerpts =
        filing.accessionNumber === null
          ? []
          : [[`${path} as a data set`, printExcerpt(printTables([filing]))] as const];
      const html = printHtmlPage(filing);
      const converted = Object.entries(CONVERTERS).map(
        ([name, convert]) => [`${path} through ${name}`, convert(html)] as const,
      );
      return [[path, text] as const, ...pages, ...converted, ...excerpts];
    })
    .concat(dumps().map(({ name, text }) => [`dump ${name}`, text] as const));
}

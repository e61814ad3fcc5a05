import type { Filing } from '../../../src/parser/index.ts';
import { asPageKnows } from './as-page-knows.ts';
import { printHtmlPage } from './print-html-page.ts';
import { joinedAddress, printTextPage } from './print-text-page.ts';
import { TEXT_STYLES, type TextStyleName } from './text-styles.ts';

/** A way to print a filing as a page. */
export interface PagePrint {
  readonly name: string;
  readonly print: (filing: Filing) => string;
  /** What a filing and its print have in common, for comparison. */
  readonly known: (filing: Filing) => unknown;
}

const styles = Object.keys(TEXT_STYLES) as TextStyleName[];

/** The SEC's HTML page, and the text pages that converters make of it. */
export const PAGE_PRINTS: readonly PagePrint[] = [
  {
    name: 'the HTML of the SEC',
    print: printHtmlPage,
    known: (filing) => asPageKnows(filing, { hasLinks: true, hasFormTypes: false, isText: false }),
  },
  ...styles.map((style) => ({
    name: `${style} text`,
    print: (filing: Filing) => printTextPage(filing, style),
    known: (filing: Filing) =>
      withJoinedAddresses(
        asPageKnows(filing, {
          hasLinks: false,
          hasFormTypes: TEXT_STYLES[style].hasFormTypes,
          isText: true,
        }),
      ),
  })),
];

/** In text the parts of an address run into one another. */
function withJoinedAddresses(filing: Filing): unknown {
  return {
    ...filing,
    reportingOwners: filing.reportingOwners.map((owner) => ({
      ...owner,
      address: joinedAddress(owner.address),
    })),
  };
}

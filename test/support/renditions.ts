import {
  type NumberedFiling,
  printOwnershipXml,
  printSubmission,
} from '../../src/server/demo/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { printExcerpt, printTables } from './print/print-data-set.ts';
import { printHtmlPage } from './print/print-html-page.ts';
import { printTextPage } from './print/print-text-page.ts';
import { sourceDocument } from './source-document.ts';

/** A filing of which everything is known: its number, its times, and the CIKs of all it names. */
export type FullFiling = NumberedFiling;

/** The shapes in which one filing reaches a ledger. */
export const RENDITIONS = {
  submission: (filing) => sourceDocument(`${filing.accessionNumber}.txt`, printSubmission(filing)),
  xml: (filing) => sourceDocument(`${filing.accessionNumber}.xml`, printOwnershipXml(filing)),
  'xml without a number': (filing) => sourceDocument('form.xml', printOwnershipXml(filing)),
  'html page': (filing) => sourceDocument('page.html', printHtmlPage(filing)),
  'text page': (filing) => sourceDocument('page.txt', printTextPage(filing, 'tabbed')),
  'markdown page': (filing) => sourceDocument('page.md', printTextPage(filing, 'markdown')),
  'numbered page': (filing) =>
    sourceDocument(`${filing.accessionNumber}.txt`, printTextPage(filing, 'pipes')),
  'data set': (filing) => sourceDocument('quarter.zip', printExcerpt(printTables([filing]))),
} satisfies Readonly<Record<string, (filing: FullFiling) => SourceDocument>>;

/** One of them. */
export type RenditionName = keyof typeof RENDITIONS;

/** All of them. */
export const RENDITION_NAMES = Object.keys(RENDITIONS) as RenditionName[];

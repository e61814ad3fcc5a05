import type { Filing } from '../../src/parser/index.ts';
import type { Instant, SourceDocument } from '../../src/values/index.ts';
import { printExcerpt, printTables } from './print/print-data-set.ts';
import { printHtmlPage } from './print/print-html-page.ts';
import { printOwnershipXml } from './print/print-ownership-xml.ts';
import { printTextPage } from './print/print-text-page.ts';
import { sourceDocument } from './source-document.ts';

/** A filing of which everything is known: its number, its times, and the CIKs of all it names. */
export type FullFiling = Filing & {
  readonly accessionNumber: string;
  readonly filedOn: string;
  readonly acceptedAt: Instant;
};

/** The shapes in which one filing reaches a ledger. */
export const RENDITIONS = {
  submission: (filing) => sourceDocument(`${filing.accessionNumber}.txt`, submissionText(filing)),
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

/**
 * The full submission text: a header with number, filing date and acceptance time, then the XML.
 */
function submissionText(filing: FullFiling): string {
  const { accessionNumber, filedOn, acceptedAt, form } = filing;
  const day = filedOn.replaceAll('-', '');
  const type = form.slice(5).replace('_', '/');
  return `<SEC-DOCUMENT>${accessionNumber}.txt : ${day}
<SEC-HEADER>${accessionNumber}.hdr.sgml : ${day}
<ACCEPTANCE-DATETIME>${newYorkDigits(acceptedAt)}
ACCESSION NUMBER:\t\t${accessionNumber}
CONFORMED SUBMISSION TYPE:\t${type}
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t${day}
</SEC-HEADER>
<DOCUMENT>
<TYPE>${type}
<SEQUENCE>1
<FILENAME>form.xml
<TEXT>
<XML>
${printOwnershipXml(filing)}
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
}

function newYorkDigits(instant: Instant): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(new Date(instant)).replace(/\D/g, '');
}

import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';
import { printTextPage } from '../support/print/print-text-page.ts';
import { sampleDocuments } from '../support/samples.ts';

const sample = parseFiling(sampleDocuments()['tarnwick/0009000101-23-000012.txt'] ?? '');
const PAGES = {
  tabs: printTextPage(sample, 'tabbed'),
  pipes: printTextPage(sample, 'pipes'),
  Markdown: printTextPage(sample, 'markdown'),
  HTML: printHtmlPage(sample),
};
/** What the reader finds the parts of a page by. */
const HEADINGS =
  /Name and Address of Reporting Person|Issuer Name|Ticker or Trading Symbol|Date of Earliest Transaction|Relationship of Reporting|Table I{1,2} - |Title of (?:Derivative )?Security|Explanation of Responses|Signature of Reporting Person|Check this box if no longer subject/g;

/** Mail and word processors put these in place of blanks. */
const BLANKS = ['\u00a0', '\u2003', '\u2009', '\u202f', '\u3000', '&nbsp;', '&#160;', ' \u00a0'];

describe('§1 headings with other blanks than the plain one', () => {
  it.each(Object.entries(PAGES))('are headings all the same, of a page with %s', (_, page) => {
    const whole = parse(page);
    for (const blank of BLANKS) {
      const filed = page.replace(HEADINGS, (heading) => heading.replaceAll(' ', blank));
      expect(filed).not.toBe(page);
      const result = parse(filed);
      expect(complaints(result), JSON.stringify(blank)).toEqual(complaints(whole));
      expect(result.ok && result.filing, JSON.stringify(blank)).toEqual(whole.ok && whole.filing);
    }
  });
});

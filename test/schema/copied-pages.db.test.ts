import { expect, test } from 'vitest';
import type { CalendarDate } from '../../src/values/index.ts';
import { graphql } from '../graphql/index.ts';
import { parseFiling } from '../support/parse.ts';
import { printTextPage } from '../support/print/print-text-page.ts';
import { sampleDocuments } from '../support/samples.ts';
import { FORM_5 } from '../support/seed-pages.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const READ = graphql(`
  query ReadPage {
    filings {
      nodes {
        form
        periodOfReport
        remarks
        footnotes { id text }
        signatures { name date }
        reportingOwners { nameAsFiled roles officerTitle }
        issuer { name ticker }
        transactions { transactionDate code shares amountAfter footnotes { field footnote { id } } }
        holdings { amountAfter nature footnotes { field footnote { id } } }
      }
    }
  }
`);

/** What the API says of a ledger that holds one page. */
async function readOf(page: string) {
  const { database, append } = await createTestLedger();
  await append({ 'page.txt': page });
  return (await createClient(database).ask(READ)).filings.nodes;
}

const date = (day: string) => day as CalendarDate;
const REMARK = 'All sales were made under a plan of 2022.';
const sample = sampleDocuments()['tarnwick/0009000101-23-000012.txt'] ?? '';
/** The end of a page as a browser copies it: its signature in cells, directly below the remark. */
const SIGNED =
  /\n\n([^\n]+) (\d{2}\/\d{2}\/\d{4})\n\n\\\*\\\* (Signature of Reporting Person) Date/;

test.each(['/s/ Corwin Adeline Strake, Attorney-in-Fact', 'Corwin Adeline Strake'])(
  '§1 a remark directly above a signature in cells is a remark, and no part of its name: %s',
  async (name) => {
    const signed = { remarks: REMARK, signatures: [{ name, date: date('2023-08-17') }] };
    const page = printTextPage({ ...parseFiling(sample), ...signed }, 'tabbed');
    const copied = page.replace(SIGNED, '\n\t$1\t$2\n\t** $3\tDate');
    expect(copied).toContain(`${REMARK}\n\t${name}\t`);
    const [filing] = await readOf(copied.replace('Remarks:\n\n', 'Remarks:\n'));
    expect(filing).toMatchObject(signed);
    expect([filing]).toEqual(await readOf(page));
  },
);

test('§1 a page with no-break spaces in its headings is the page with blanks', async () => {
  const headings = [
    /Explanation of Responses:/g,
    /Date of (?:Earliest Transaction|Event|Original)[^\n]*/g,
    /Statement for Issuer[^\n(]*/g,
    /Name and Address of Reporting Person/g,
    /Issuer Name/g,
    /Table II? -/g,
    /Signature of Reporting Person/g,
  ];
  const copied = headings.reduce(
    (page, heading) => page.replace(heading, (words) => words.replaceAll(' ', '\u00a0')),
    FORM_5,
  );
  expect(copied).not.toBe(FORM_5);
  const [filing] = await readOf(copied);
  expect(filing).toMatchObject({ periodOfReport: '2016-12-31' });
  expect([filing]).toEqual(await readOf(FORM_5));
});

import { z } from 'zod';
import { Anomaly, type Cik, parseAccessionNumber, parseCalendarDate } from '../../values/index.ts';
import { submissionsPath } from './archive-paths.ts';
import type { EdgarClient } from './client.ts';
import { formOf } from './form-name.ts';
import { jsonOf } from './json.ts';
import type { ListedSubmission } from './listed-submission.ts';
import { submissionPath } from './paths.ts';

const cells = z.array(z.unknown());
const columns = z.object({ accessionNumber: cells, filingDate: cells, form: cells });

const firstPage = z.object({
  filings: z.object({ recent: columns, files: z.array(z.object({ name: z.string() })) }),
});

const OLDER_PAGE = /^CIK\d{10}-submissions-\d{1,6}\.json$/;

/** What EDGAR lists under one filer. */
export interface FilerSubmissions {
  readonly filings: readonly ListedSubmission[];
  /** Rows that cannot be read, and older pages whose names are none. */
  readonly badRows: number;
}

/**
 * The filings of Forms 3, 4 and 5 that EDGAR lists under one filer, be it issuer or owner, with
 * those on its older pages; null where EDGAR does not know the filer. A row that cannot be read
 * costs that row. Incorrect where EDGAR says what is no such list.
 */
export async function listSubmissions(
  client: Pick<EdgarClient, 'get'>,
  cik: Cik,
  signal?: AbortSignal,
): Promise<FilerSubmissions | null> {
  const path = submissionsPath(cik);
  const first = await page(client, path, firstPage, signal);
  if (first === null) return null;
  const pages = [listed(first.filings.recent, cik)];
  const { files } = first.filings;
  const older = files.filter(({ name }) => OLDER_PAGE.test(name));
  for (const { name } of older) {
    const read = await page(client, `/submissions/${name}`, columns, signal);
    // Nothing may be left out in silence.
    if (read === null) throw new Anomaly('Unavailable', `EDGAR names ${name} and has it not.`);
    pages.push(listed(read, cik));
  }
  return {
    filings: pages.flatMap(({ filings }) => filings),
    badRows: pages.reduce((sum, { badRows }) => sum + badRows, files.length - older.length),
  };
}

async function page<T>(
  client: Pick<EdgarClient, 'get'>,
  path: string,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T | null> {
  const answer = await client.get(path, {
    fault: (bytes) => (jsonOf(bytes) === undefined ? 'what came is no JSON' : null),
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.outcome !== 'found') return null;
  const read = schema.safeParse(jsonOf(answer.bytes));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const fault = `${issue?.path.join('.')}: ${issue?.message}`;
  throw new Anomaly('Incorrect', `${path} is no list of submissions: ${fault}.`);
}

function listed(
  { accessionNumber, filingDate, form }: z.output<typeof columns>,
  cik: Cik,
): FilerSubmissions {
  const filings: ListedSubmission[] = [];
  let badRows = 0;
  const rows = Math.max(accessionNumber.length, filingDate.length, form.length);
  for (let at = 0; at < rows; at += 1) {
    const name = formOf(textOf(form[at]));
    const number = parseAccessionNumber(textOf(accessionNumber[at]));
    const filedOn = parseCalendarDate(textOf(filingDate[at]));
    if (name === 'other') continue;
    if (name === null || number === null || filedOn === null) badRows += 1;
    else
      filings.push({
        accessionNumber: number,
        form: name,
        filedOn,
        path: submissionPath(cik, number),
      });
  }
  return { filings, badRows };
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell : '';
}

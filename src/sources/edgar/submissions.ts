import { z } from 'zod';
import { Anomaly, type Cik, parseAccessionNumber, parseCalendarDate } from '../../values/index.ts';
import { submissionsPath } from './archive-paths.ts';
import type { EdgarClient } from './client.ts';
import type { IndexedForm } from './indexes/index.ts';
import type { ListedSubmission } from './listed-submission.ts';
import { submissionPath } from './paths.ts';

const columns = z
  .object({
    accessionNumber: z.array(z.string()),
    filingDate: z.array(z.string()),
    form: z.array(z.string()),
  })
  .refine(
    ({ accessionNumber, filingDate, form }) =>
      accessionNumber.length === filingDate.length && filingDate.length === form.length,
    'its columns are not of one length',
  );

const firstPage = z.object({
  filings: z.object({
    recent: columns,
    files: z.array(z.object({ name: z.string().regex(/^CIK\d{10}-submissions-\d+\.json$/) })),
  }),
});

/**
 * The filings of Forms 3, 4 and 5 that EDGAR lists under one filer, be it issuer or owner, with those on
 * its older pages; null where EDGAR does not know the filer. Incorrect where EDGAR says what cannot be
 * understood.
 */
export async function listSubmissions(
  client: Pick<EdgarClient, 'get'>,
  cik: Cik,
  signal?: AbortSignal,
): Promise<ListedSubmission[] | null> {
  const path = submissionsPath(cik);
  const first = await page(client, path, firstPage, signal);
  if (first === null) return null;
  const pages = [first.filings.recent];
  for (const { name } of first.filings.files) {
    const older = await page(client, `/submissions/${name}`, columns, signal);
    // Nothing may be left out in silence.
    if (older === null) throw new Anomaly('Unavailable', `EDGAR names ${name} and has it not.`);
    pages.push(older);
  }
  return pages.flatMap((read) => listed(read, cik));
}

async function page<T>(
  client: Pick<EdgarClient, 'get'>,
  path: string,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T | null> {
  const answer = await client.get(path, {
    fault: (bytes) => (isJson(bytes) ? null : 'what came is no JSON'),
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.outcome !== 'found') return null;
  const read = schema.safeParse(JSON.parse(Buffer.from(answer.bytes).toString()));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const fault = `${issue?.path.join('.')}: ${issue?.message}`;
  throw new Anomaly('Incorrect', `${path} is no list of submissions: ${fault}.`);
}

function isOwnershipForm(form: string): form is IndexedForm {
  return /^[345](?:\/A)?$/.test(form);
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString());
    return true;
  } catch {
    return false;
  }
}

function listed(
  { accessionNumber, filingDate, form }: z.output<typeof columns>,
  cik: Cik,
): ListedSubmission[] {
  return accessionNumber.flatMap((text, at) => {
    const number = parseAccessionNumber(text);
    const filedOn = parseCalendarDate(filingDate[at] ?? '');
    const name = form[at] ?? '';
    if (!isOwnershipForm(name)) return [];
    if (number === null || filedOn === null) {
      throw new Anomaly('Incorrect', `EDGAR lists ${text} of ${filingDate[at]} under CIK ${cik}.`);
    }
    return [{ accessionNumber: number, form: name, filedOn, path: submissionPath(cik, number) }];
  });
}

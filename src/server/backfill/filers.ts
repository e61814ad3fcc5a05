import { type ListedSubmission, listSubmissions } from '../../sources/index.ts';
import { type AccessionNumber, type Cik, firstDay, quarterLater } from '../../values/index.ts';
import { thoseLacking } from './archive.ts';
import { fetchNoting } from './fetch-noting.ts';
import { isFormWanted } from './filter.ts';
import { ingestWanted } from './ingest-wanted.ts';
import type { BackfillSummary, BackfillWork } from './work.ts';

/**
 * Fetches the submissions of the issuers and owners asked for, by EDGAR's lists of each: where both
 * are asked for, those that are on a list of either. The lists do not say who is which, the
 * documents do.
 */
export async function filersFilings(work: Omit<BackfillWork, 'known'>): Promise<BackfillSummary> {
  const { database, plan } = work;
  const { issuers, owners } = plan.filter;
  const ofIssuers = await listAll(work, issuers);
  const ofOwners = await listAll(work, owners);
  const both = [...ofIssuers.listed.values()].filter(
    ({ accessionNumber }) => owners.length === 0 || ofOwners.listed.has(accessionNumber),
  );
  const listed = issuers.length === 0 ? [...ofOwners.listed.values()] : both;
  const wanted = listed.filter((filing) => isAskedFor(plan, filing));
  const lacking = await thoseLacking(database, wanted);
  const fetched = fetchNoting(work, lacking);
  const summary = await ingestWanted(work, fetched, { quarter: null, expected: lacking.length });
  return {
    ...summary,
    alreadyHeld: summary.alreadyHeld + wanted.length - lacking.length,
    missing: summary.missing + ofIssuers.unknown + ofOwners.unknown,
    badLines: ofIssuers.badRows + ofOwners.badRows,
  };
}

function isAskedFor(
  { filter, quarters }: BackfillWork['plan'],
  { form, filedOn }: ListedSubmission,
): boolean {
  const [first] = quarters;
  const last = quarters.at(-1);
  if (first === undefined || last === undefined || filedOn === null) return false;
  const isWithin = filedOn >= firstDay(first) && filedOn < firstDay(quarterLater(last, 1));
  return isWithin && isFormWanted(filter, form);
}

async function listAll(
  { client, listener }: Pick<BackfillWork, 'client' | 'listener'>,
  ciks: readonly Cik[],
) {
  const listed = new Map<AccessionNumber, ListedSubmission>();
  let unknown = 0;
  let badRows = 0;
  for (const cik of ciks) {
    const read = await listSubmissions(client, cik);
    if (read === null) {
      unknown += 1;
      listener.missing(`the filer with CIK ${cik}`, null);
    }
    badRows += read?.badRows ?? 0;
    for (const filing of read?.filings ?? []) listed.set(filing.accessionNumber, filing);
  }
  return { listed, unknown, badRows };
}

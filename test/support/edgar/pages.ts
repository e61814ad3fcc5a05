import type { ListedFiling } from './listed-filing.ts';

/** What S3 answers, with status 403, for what is not there. */
export const ACCESS_DENIED = `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>INVENTED</RequestId></Error>`;

/** What EDGAR answers, with status 403, to whoever asks too much. */
export const TOO_MANY = `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>SEC.gov | Request Rate Threshold Exceeded</title></head><body>
<h1>Your Request Originates from an Undeclared Automated Tool</h1></body></html>`;

/** A page in place of a feed. */
export const ERROR_PAGE = `<!DOCTYPE html><html><head><title>SEC.gov | Page unavailable</title></head>
<body><h1>This page is temporarily unavailable.</h1></body></html>`;

/**
 * What EDGAR and what stands before it have been seen to give, with status 200, in place of a text.
 */
export const IN_PLACE_OF_A_TEXT: Readonly<Record<string, string>> = {
  'a page': ERROR_PAGE,
  'a page of XHTML': `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>SEC.gov | Site Maintenance</title></head><body><h1>We are sorry</h1></body></html>`,
  'a page after a comment': `<!-- served by edge 17 -->\n${ERROR_PAGE}`,
  'a page after blank lines': `\n\n\r\n${ERROR_PAGE}`,
  'an error of S3': `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>`,
  'an internal error of S3': `<Error>
  <Code>InternalError</Code><Message>We encountered an internal error.</Message></Error>`,
  'a line of text': 'upstream request timeout',
  'an error in JSON': '{"message":"Service Unavailable"}',
  blanks: '   \n',
};

/** A page of the current-filings feed: an entry for each filer of each filing. */
export function atomFeed(filings: readonly ListedFiling[], start: number, count: number): string {
  const entries = [...filings]
    .sort((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1))
    .flatMap((filing) => filing.filers.map((filer) => entry(filing, filer)))
    .slice(start, start + count);
  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Latest Filings - Mon, 06 May 2024 18:03:57 EDT</title>
<link rel="alternate" href="/cgi-bin/browse-edgar?action=getcurrent"/>
<link rel="self" href="/cgi-bin/browse-edgar?action=getcurrent"/>
<id>https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent</id>
<author><name>Webmaster</name><email>webmaster@sec.gov</email></author>
<updated>2024-05-06T18:03:57-04:00</updated>
${entries.join('\n')}
</feed>
`;
}

function entry(
  { form, accessionNumber, acceptedAt, filedOn }: ListedFiling,
  { cik, name, role }: ListedFiling['filers'][number],
): string {
  const folder = `${Number(cik)}/${accessionNumber.replaceAll('-', '')}`;
  return `<entry>
<title>${form} - ${name.replaceAll('&', '&amp;')} (${cik}) (${role})</title>
<link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/${folder}/${accessionNumber}-index.htm"/>
<summary type="html">
 &lt;b&gt;Filed:&lt;/b&gt; ${filedOn} &lt;b&gt;AccNo:&lt;/b&gt; ${accessionNumber} &lt;b&gt;Size:&lt;/b&gt; 10 KB
</summary>
<updated>${acceptedAt}</updated>
<category scheme="https://www.sec.gov/" label="form type" term="${form}"/>
<id>urn:tag:sec.gov,2008:accession-number=${accessionNumber}</id>
</entry>`;
}

/** How an index is laid out. */
export type IndexKind = 'form' | 'master';

/**
 * An index of filings: fixed widths by form, or with pipes by CIK; daily ones write days without
 * dashes.
 */
export function index(
  kind: IndexKind,
  filings: readonly ListedFiling[],
  { daily }: { readonly daily: boolean },
): string {
  const rows = filings.flatMap(({ form, accessionNumber, filedOn, filers }) =>
    filers.map(({ cik, name }) => {
      const day = daily ? filedOn.replaceAll('-', '') : filedOn;
      const short = String(Number(cik));
      return { form, name, cik: short, day, path: `edgar/data/${short}/${accessionNumber}.txt` };
    }),
  );
  const title = `Description:           ${kind === 'form' ? 'Daily Index by Form Type' : 'Master Index'} of EDGAR Dissemination Feed
Last Data Received:    May 6, 2024
Comments:              webmaster@sec.gov
Anonymous FTP:         ftp://ftp.sec.gov/edgar/
`;
  if (kind === 'master') {
    rows.sort((a, b) => (a.cik < b.cik ? -1 : 1));
    const head = `CIK|Company Name|Form Type|Date Filed|${daily ? 'File Name' : 'Filename'}\n${'-'.repeat(80)}\n`;
    const lines = rows.map(({ form, name, cik, day, path }) =>
      [cik, name, form, day, path].join('|'),
    );
    return `${title}\n \n \n${head}${lines.join('\n')}\n`;
  }
  rows.sort((a, b) => (a.form < b.form ? -1 : 1));
  const columns = (form: string, name: string, cik: string, day: string, path: string) =>
    `${form.padEnd(12)}${name.padEnd(62)}${cik.padEnd(12)}${day.padEnd(12)}${path}`;
  const head = `${columns('Form Type', 'Company Name', 'CIK', 'Date Filed', 'File Name')}\n${'-'.repeat(141)}\n`;
  const lines = rows.map((row) =>
    columns(row.form, row.name, row.cik, row.day, row.path.padEnd(52)),
  );
  return `${title}\n \n \n${head}${lines.join('\n')}\n`;
}

/** The list of a folder of daily indexes. */
export function folderList(names: readonly string[]): string {
  const item = names.map((name) => ({
    'last-modified': '05/06/2024 10:00:00 PM',
    name,
    type: 'file',
    href: name,
    size: '1 KB',
  }));
  return JSON.stringify({ directory: { item, name: 'daily-index/', 'parent-dir': '../' } });
}

/**
 * The JSON of one filer's submissions, the newest first, of which so many are on the first page.
 */
export function submissionsJson(
  cik: string,
  filings: readonly ListedFiling[],
  { page, pageSize }: { readonly page: number | null; readonly pageSize: number },
): string {
  const sorted = [...filings].sort((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1));
  const pages = Array.from({ length: Math.ceil(sorted.length / pageSize) }, (_, at) =>
    sorted.slice(at * pageSize, (at + 1) * pageSize),
  );
  const columns = (shown: readonly ListedFiling[]) => ({
    accessionNumber: shown.map(({ accessionNumber }) => accessionNumber),
    filingDate: shown.map(({ filedOn }) => filedOn),
    reportDate: shown.map(({ filedOn }) => filedOn),
    acceptanceDateTime: shown.map(({ acceptedAt }) => acceptedAt),
    form: shown.map(({ form }) => form),
    size: shown.map(() => 1_000),
    primaryDocument: shown.map(() => 'xslF345X05/form.xml'),
  });
  if (page !== null) return JSON.stringify(columns(pages[page] ?? []));
  const files = pages.slice(1).map((shown, at) => ({
    name: `CIK${cik}-submissions-${String(at + 1).padStart(3, '0')}.json`,
    filingCount: shown.length,
    filingFrom: shown.at(-1)?.filedOn,
    filingTo: shown[0]?.filedOn,
  }));
  const name = sorted[0]?.filers.find((filer) => filer.cik === cik)?.name ?? '';
  return JSON.stringify({ cik, name, filings: { recent: columns(pages[0] ?? []), files } });
}

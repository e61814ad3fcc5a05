import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';
import { sampleDocuments } from '../support/samples.ts';

const DOCUMENTS = sampleDocuments();
const FORM_4 = parseFiling(DOCUMENTS['tarnwick/0009000101-23-000005.xml'] ?? '');
const [OWNER, LINE] = [FORM_4.reportingOwners[0], FORM_4.lines[0]];
if (OWNER === undefined || LINE === undefined) throw new Error('The sample has changed.');
const PAGE = printHtmlPage(FORM_4);

/** The page with one of its parts written otherwise; says so where the part is not there. */
function withPart(from: string | RegExp, to: string): string {
  if (PAGE.split(from).length === 1) throw new Error(`Not on the page: ${from}`);
  return PAGE.replace(from, () => to);
}

const OFFICER =
  /<td>(?:<span class="FormData">X<\/span>)?<\/td><td>Officer \(give title below\)<\/td>/;
const officer = (box: string) => `<td>${box}</td><td>Officer (give title below)</td>`;

describe("the SEC's HTML page", () => {
  it('§1 has the CIKs in its links, and neither accession number nor schema version', () => {
    const result = parse(PAGE);
    expect(result).toMatchObject({ ok: true, rendition: 'html-page', warnings: [] });
    expect(parseFiling(PAGE)).toMatchObject({
      accessionNumber: null,
      schemaVersion: null,
      issuer: { cik: FORM_4.issuer.cik, name: FORM_4.issuer.name },
      reportingOwners: [{ cik: OWNER.cik, name: OWNER.name }],
    });
  });

  it('takes what the source knows from outside: the accession number in a file name', () => {
    expect(parseFiling(PAGE, '0009000101-23-000005.html').accessionNumber).toBe(
      '0009000101-23-000005',
    );
  });

  it('reads names that are no links, without a CIK', () => {
    const page = PAGE.replace(/<a [^>]*>([^<]*)<\/a>/g, '$1');
    expect(parseFiling(page)).toMatchObject({
      issuer: { ...FORM_4.issuer, cik: null },
      reportingOwners: [
        { name: OWNER.name, cik: null, address: parseFiling(PAGE).reportingOwners[0]?.address },
      ],
    });
  });

  it('reads the foreign symbol and the country that pages have since March 2026', () => {
    const page = withPart(
      '<td>(City)</td><td>(State)</td><td>(Zip)</td></tr></table>',
      '<td>(City)</td><td>(State)</td><td>(Zip)</td></tr></table><table><tr><td>X0</td></tr><tr><td>(Country)</td></tr></table>',
    ).replace(
      /(\[ <span class="FormData">[^<]*<\/span> \])/,
      '$1 <span>2a. Foreign Trading Symbol</span><br>[ <span>INV.L</span> ]',
    );
    const filing = parseFiling(page);
    expect(filing.issuer).toEqual({ ...parseFiling(PAGE).issuer, foreignTradingSymbol: 'INV.L' });
    const apart = withPart(
      /<\/td><td rowspan="2"><span>5\./,
      '</td><td>2a. Foreign Trading Symbol [ INV.L ]</td><td rowspan="2"><span>5.',
    );
    expect(parseFiling(apart).issuer).toEqual(filing.issuer);
    expect(filing.reportingOwners[0]?.address).toEqual({
      ...parseFiling(PAGE).reportingOwners[0]?.address,
      country: 'X0',
    });
  });

  it.each([
    ['<span class="FormData">X</span>', true],
    ['<input type="checkbox" checked>', true],
    ['[X]', true],
    ['☒', true],
    ['', false],
    ['☐', false],
    ['[ ]', false],
    ['<input type="checkbox">', false],
  ])('§1 a box may be "%s"', (box, isOfficer) => {
    expect(parseFiling(withPart(OFFICER, officer(box))).reportingOwners[0]).toMatchObject({
      isOfficer,
    });
  });

  it('reads title and other text of older pages from two spans in one cell', () => {
    const page = withPart(
      /<tr><td><\/td><td style="color: blue">.*?<\/tr>/,
      '<tr><td colspan="4"><span class="FormData">Chief Keeper</span><span class="FormData">Adviser</span></td></tr>',
    );
    expect(parseFiling(page).reportingOwners[0]).toMatchObject({
      officerTitle: 'Chief Keeper',
      otherText: 'Adviser',
    });
  });

  it('knows of joint filers but the first only names, CIKs and addresses', () => {
    const second = { ...OWNER, cik: FORM_4.issuer.cik, name: 'Quillon Family Trust' };
    const joint = { ...FORM_4, reportingOwners: [OWNER, second] };
    const [first, other] = parseFiling(printHtmlPage(joint)).reportingOwners;
    expect(first).toEqual(parseFiling(PAGE).reportingOwners[0]);
    expect(other).toMatchObject({ name: second.name, cik: second.cik, isDirector: false });
  });

  it('takes raised numbers for marks, and what else is in brackets for words', () => {
    const title = `<span class="FormData">${LINE.securityTitle}</span>`;
    const page = withPart(
      title,
      '<span class="FormData">Series A (2)</span><span><sup>(1)</sup></span><sup>(3)(12)</sup>',
    );
    const [line] = parseFiling(page).lines;
    expect(line?.securityTitle).toBe('Series A (2)');
    expect(line?.footnotes.filter(({ field }) => field === 'title')).toEqual([
      { field: 'title', id: 'F1' },
      { field: 'title', id: 'F3' },
      { field: 'title', id: 'F12' },
    ]);
  });

  it('§1 tells the form by the title of its statement where the corner is bare', () => {
    expect(parseFiling(withPart(/FORM 4/g, ''))).toEqual(parseFiling(PAGE));
  });

  it('finds columns by their headings, in whatever order', () => {
    const cells =
      /(<td align="center">\s*<span class="FormData">[DI]<\/span>\s*<\/td>)\s*(<td align="center">\s*<span class="FormData">[^<]*<\/span>(?:<span class="FootnoteData"><sup>\(\d+\)<\/sup><\/span>)*\s*<\/td>)\s*<\/tr>/g;
    const headings = /(<th rowspan="2">6\. [^<]*<\/th>)(<th rowspan="2">7\. [^<]*<\/th>)/;
    const [tableOne = '', rest = ''] = PAGE.split('Table II -');
    const swapped = tableOne.replace(headings, '$2$1').replace(cells, '$2\n$1\n</tr>');
    expect(swapped).not.toBe(tableOne);
    expect(parseFiling(`${swapped}Table II -${rest}`)).toEqual(parseFiling(PAGE));
  });

  it('§5 never drops a row in silence: an amount that is none is a problem at its cell', () => {
    const cell = '<td align="center">\n<span class="FormData">D</span>\n</td>';
    const page = withPart(cell, cell.replace('>D<', '>Q<'));
    const at = page.indexOf(cell.replace('>D<', '>Q<'));
    const line = page.slice(0, at).split('\n').length;
    expect(complaints(parse(page))).toEqual([`TABLE_UNREADABLE at ${line}:1`]);
  });

  it('§5 takes two values side by side for no amount', () => {
    const shares = '<span class="FormData">2,500</span>';
    const [complaint] = complaints(parse(withPart(shares, shares + shares)));
    expect(complaint).toMatch(/^TABLE_UNREADABLE/);
  });

  it('reads markup that is not closed, as browsers do, and no script', () => {
    const open = PAGE.replaceAll('</td>', '').replaceAll('</tr>', '');
    const script = withPart('<body>', '<body><script>var x = "<td>FORM 3</td>";</script>');
    expect(parseFiling(open)).toEqual(parseFiling(PAGE));
    expect(parseFiling(script)).toEqual(parseFiling(PAGE));
  });

  it.each([
    [
      'says no form',
      withPart(/FORM 4|STATEMENT OF CHANGES/g, 'A FORM'),
      'NOT_OWNERSHIP_FORM at 1:1',
    ],
    ['names no issuer', PAGE.replace(/Issuer Name/, 'Name'), 'MISSING at 1:1'],
    ['nests too deep', withPart('<body>', `<body>${'<div>'.repeat(70)}`), /^TOO_DEEP at \d+:\d+$/],
    [
      'has too much in it',
      PAGE + '<b>'.repeat(3) + '<i></i>'.repeat(200_000),
      /^TOO_MANY at \d+:\d+$/,
    ],
    [
      'has too many footnotes',
      withPart(
        '<b>Explanation of Responses:</b></td></tr>',
        `<b>Explanation of Responses:</b></td></tr>${'<tr><td>1. x</td></tr>'.repeat(10_001)}`,
      ),
      'TOO_MANY at 1:1',
    ],
    ['is too long', PAGE + ' '.repeat(5_000_000), 'TOO_LARGE at 1:1'],
  ])('is refused where it %s', (_, page, complaint) => {
    const [first] = complaints(parse(page));
    expect(first).toMatch(complaint);
  });

  it('is read in time however many boxes it has', () => {
    const box = '<tr><td>1. Name and Address of Reporting Person <a href="?CIK=1">A</a></td></tr>';
    const page = withPart('<body>', `<body><table>${box.repeat(20_000)}</table>`);
    expect(complaints(parse(page))).toEqual(['TOO_MANY at 1:1']);
  });
});

import { describe, expect, it } from 'vitest';
import {
  type Form,
  pageOf,
  readAtom,
  readCurrentFilings,
} from '../../../src/sources/edgar/index.ts';
import { bytesOf, connected, entriesOf } from '../../support/edgar/connected.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { atomFeed } from '../../support/edgar/pages.ts';

describe('the current-filings feed', () => {
  it('gives each filing once, whoever it is listed under, the newest first', async () => {
    const { client } = await connected([{}, { form: '4/A' }]);
    const page = await readCurrentFilings(client, { form: '4', start: 0 });
    expect(page).toMatchObject({ isFull: false, badEntries: 0 });
    expect(page?.filings).toEqual([
      {
        accessionNumber: '0009000901-24-000002',
        form: '4/A',
        path: '/Archives/edgar/data/9100002/0009000901-24-000002.txt',
        filedOn: '2024-05-06',
        updatedAt: '2024-05-06T14:00:02.000Z',
      },
      expect.objectContaining({ accessionNumber: '0009000901-24-000001', form: '4' }),
    ]);
  });

  it.each([
    ['3', ['3', '3/A']],
    ['4', ['4', '4/A']],
    ['5', ['5', '5/A']],
  ] satisfies [Form, string[]][])('of Form %s is not of others that begin so', (form, found) => {
    const filings = [
      '3',
      '3/A',
      '4',
      '4/A',
      '424B4',
      '40-F',
      '5',
      '5/A',
      '485BPOS',
      '4 ',
      '34',
    ].map((name, index) => inventedListing(index + 1, { form: name }));
    const page = pageOf(entriesOf(atomFeed(filings, 0, 100)), form);
    // EDGAR pads nothing; a form with a blank after it is read all the same.
    const names = page.filings.map((filing) => filing.form);
    expect([...new Set(names)].sort()).toEqual(found);
  });

  it('goes on where the page before ended, and has an end', async () => {
    const { client } = await connected(Array.from({ length: 75 }, () => ({})));
    const pages = await Promise.all(
      [0, 100, 200].map((start) => readCurrentFilings(client, { form: '4', start })),
    );
    expect(pages.map((page) => page?.filings.length)).toEqual([50, 25, 0]);
    expect(pages.map((page) => page?.isFull)).toEqual([true, false, false]);
  });

  it('is asked again when a page of HTML or half a feed comes in its place', async () => {
    const { server, client, retries } = await connected([{}]);
    server.fail(/getcurrent/, { kind: 'page' });
    const page = await readCurrentFilings(client, { form: '4', start: 0 });
    expect(page?.filings).toHaveLength(1);
    expect(retries).toMatchObject([{ reason: 'a page in place of a feed' }]);
    const whole = atomFeed([inventedListing(1)], 0, 100);
    expect(readAtom(bytesOf(whole.slice(0, 900)))).toMatch(/^a damaged feed/);
  });

  it('says nothing where nothing has changed', async () => {
    const { client } = await connected([{}]);
    const first = await readCurrentFilings(client, { form: '4', start: 0 });
    if (first === null) throw new Error('no page');
    const ifNewer = first.validators;
    expect(await readCurrentFilings(client, { form: '4', start: 0, ifNewer })).toBeNull();
  });

  it.each([
    [
      'entities of its own',
      '<!DOCTYPE feed [<!ENTITY a "aaaa">]><feed><entry><title>&a;</title></entry></feed>',
    ],
    ['a feed within another document', '<rss><feed></feed></rss>'],
    ['a page after a comment', '<!-- edge --><html><body>feed</body></html>'],
    ['an error of S3', '<?xml version="1.0"?><Error><Code>SlowDown</Code></Error>'],
    ['a feed without an end', '<feed><entry><title>4</title></entry>'],
    ['endless entries', `<feed>${'<entry/>'.repeat(2_001)}</feed>`],
    ['another document', '<rss><entry/></rss>'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(readAtom(bytesOf(text))).toEqual(expect.any(String));
  });

  it('counts entries that do not say which filing they are, and never asks at a host that a feed gives', () => {
    const [entry] = entriesOf(atomFeed([inventedListing(1)], 0, 1));
    if (entry === undefined) throw new Error('an entry');
    const other = entry.href
      .replace('000001-index', '000002-index')
      .replace('24000001', '24000002');
    const page = pageOf(
      [
        { ...entry, id: '', href: 'nowhere', summary: '' },
        { ...entry, href: 'nowhere', title: '4' },
        { ...entry, term: '', title: '' },
        { ...entry, href: other },
        { ...entry, href: entry.href.replace('www.sec.gov', 'elsewhere.example') },
      ],
      '4',
    );
    expect(page.badEntries).toBe(4);
    expect(page.filings.map(({ path }) => path)).toEqual([
      '/Archives/edgar/data/9100001/0009000901-24-000001.txt',
    ]);
  });

  it.each([
    ['Form 4', '4'],
    ['form 4/A', '4/A'],
    ['4 / A', '4/A'],
    ['FORM TYPE: 4', '4'],
    ['\n4\n', '4'],
    ['', '4'],
    ['Statement of changes in beneficial ownership', '4'],
    ['???', '4'],
  ])('takes the term %j for a Form %s', (term, form) => {
    const [entry] = entriesOf(atomFeed([inventedListing(1)], 0, 1));
    if (entry === undefined) throw new Error('an entry');
    const page = pageOf([{ ...entry, term }], '4');
    expect(page.filings.map((filing) => filing.form)).toEqual([form]);
  });

  const three = atomFeed(
    [1, 2, 3].map((number) => inventedListing(number)),
    0,
    100,
  );
  /** The feed with the second of its filings changed. */
  const second = (change: (entry: string) => string) => {
    const [head = '', ...entries] = three.split(/(?=<entry>)/);
    return (
      head + entries.map((entry) => (entry.includes('24-000002') ? change(entry) : entry)).join('')
    );
  };
  const ALL = ['3', '2', '1'];
  it.each<[string, string, string[]]>([
    ['a raw ampersand', second((text) => text.replace('Vesper', 'Vesper & Co')), ALL],
    ['an ampersand before a name', second((text) => text.replace('Vesper', 'AT&T;&x')), ALL],
    ['a raw less-than sign', second((text) => text.replace('Vesper', 'A < B')), ALL],
    ['an element that is not closed', second((text) => text.replace('</title>', '')), ['3', '1']],
    [
      'a link whose quote is not closed',
      second((text) => text.replace('index.htm"/>', 'index.htm/>')),
      ALL,
    ],
    ['no id', second((text) => text.replace(/<id>.*<\/id>/, '')), ALL],
    ['nothing but its name', second(() => '<entry></entry>\n'), ['3', '1']],
    ['half of it', second((text) => text.slice(0, 40)), ['3', '1']],
    ['a prefix everywhere', three.replaceAll(/<(\/?)(?=\w)/g, '<$1atom:'), ALL],
    ['a blank first line', `\n${three}`, ALL],
    ['a byte order mark', `\u00ef\u00bb\u00bf${three.replace('ISO-8859-1', 'UTF-8')}`, ALL],
    ['a comment before and after', `<!-- edge 17 -->\n${three}<!-- end -->`, ALL],
    ['lines that end as on Windows', three.replaceAll('\n', '\r\n'), ALL],
    [
      'a text in CDATA',
      second((text) => text.replace(/<title>(.*)<\/title>/, '<title><![CDATA[$1]]></title>')),
      ALL,
    ],
    [
      'elements of others',
      second((text) => text.replace('<id>', '<x:y xmlns:x="u"><id>no</id></x:y><id>')),
      ALL,
    ],
    [
      'a million nested elements',
      second((text) => text.replace('<id>', `${'<x>'.repeat(100_000)}<id>`)),
      ALL,
    ],
  ])('with %s in it costs the entry that has it at most', (_, text, numbers) => {
    const page = pageOf(entriesOf(text), '4');
    expect(page.filings.map(({ accessionNumber }) => accessionNumber.slice(-1))).toEqual(numbers);
  });

  it('is a fault where EDGAR says that there is none', async () => {
    const { client } = await connected([{}]);
    const gone = { get: async () => ({ outcome: 'absent' as const }) };
    await expect(readCurrentFilings(gone, { form: '4', start: 0 })).rejects.toMatchObject({
      category: 'Unavailable',
      message: 'EDGAR says that it has no feed of Form 4.',
    });
    expect(await readCurrentFilings(client, { form: '4', start: 0 })).not.toBeNull();
  });

  it('names in latin1 and entities of XML hold nothing up', () => {
    const odd = {
      ...inventedListing(1),
      filers: [
        {
          cik: '0009100001',
          name: 'Ören & Söhne <x>'.replace('<x>', ''),
          role: 'Reporting' as const,
        },
      ],
    };
    const [entry] = entriesOf(atomFeed([odd], 0, 1));
    expect(entry?.title).toBe('4 - Ören & Söhne  (0009100001) (Reporting)');
  });
});

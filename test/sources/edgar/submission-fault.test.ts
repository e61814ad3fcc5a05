import { describe, expect, it } from 'vitest';
import { fetchSubmission } from '../../../src/sources/edgar/index.ts';
import { submissionFault } from '../../../src/sources/edgar/submission-fault.ts';
import type { AccessionNumber } from '../../../src/values/index.ts';
import { clientOf } from '../../support/edgar/client-of.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { IN_PLACE_OF_A_TEXT } from '../../support/edgar/pages.ts';
import { startEdgarServer } from '../../support/edgar-server.ts';

const FILING = inventedListing(1);
const TEXT = FILING.text ?? '';
const PATH = '/Archives/edgar/data/9000901/0009000901-24-000001.txt';
const NUMBER = FILING.accessionNumber;
const faultOf = (text: string, number: AccessionNumber | null = NUMBER) =>
  submissionFault(Buffer.from(text, 'latin1'), number);

/** A text cut after a share of it. */
const cut = (share: number) => TEXT.slice(0, Math.floor(TEXT.length * share));

describe('a submission that EDGAR gives', () => {
  it.each([
    ['as it is', TEXT],
    ['in the envelope of a submission', `<SUBMISSION>\n${TEXT.slice(14, -16)}</SUBMISSION>\n`],
    [
      'in a privacy-enhanced message',
      `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n${TEXT}-----END PRIVACY-ENHANCED MESSAGE-----\n`,
    ],
    ['with blank lines around it', `\r\n\n${TEXT}\r\n \n`],
    ['with a byte order mark', `\u00ef\u00bb\u00bf${TEXT}`],
    ['that holds a page', TEXT.replace('<XML>', '<XML><html><body></body></html>')],
  ])('is whole %s', (_, text) => {
    expect(faultOf(text)).toBeNull();
  });

  it.each<[string, string]>([
    ...Object.entries(IN_PLACE_OF_A_TEXT),
    ['nothing', ''],
    ...[0.01, 0.1, 0.6, 0.9, 0.99].map((share): [string, string] => [
      `${share * 100} % of it`,
      cut(share),
    ]),
    ['half of it twice', cut(0.5) + cut(0.5)],
    ['it and the beginning of a page', `${TEXT}<html>`],
    ['another filing', inventedListing(2).text ?? ''],
  ])('is none where %s came', (_, text) => {
    expect(faultOf(text)).toEqual(expect.any(String));
  });

  it('is named by the error of S3 that came in its place', () => {
    expect(faultOf(IN_PLACE_OF_A_TEXT['an error of S3'] ?? '')).toBe(
      'an error, SlowDown, in place of the submission',
    );
  });

  it.each([...Object.values(IN_PLACE_OF_A_TEXT), cut(0.6)])(
    'is asked for again where something else came: %#',
    async (text) => {
      const server = await startEdgarServer({ filings: [FILING] });
      const { client, retries } = clientOf(server.url);
      const listed = { path: PATH, accessionNumber: NUMBER, form: '4', filedOn: null } as const;
      server.list({ ...FILING, text });
      await expect(fetchSubmission(client, listed)).rejects.toMatchObject({
        category: 'Unavailable',
      });
      expect(retries).toHaveLength(4);
      server.list(FILING);
      const document = await fetchSubmission(client, listed);
      expect(Buffer.from(document?.bytes ?? []).toString()).toBe(TEXT);
    },
  );
});

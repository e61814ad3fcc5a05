import { describe, expect, it } from 'vitest';
import { ingestPrepared, prepareDocument, rereadLedger } from '../../src/ledger/index.ts';
import { PARSER_VERSION, parseDocument } from '../../src/parser/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { sampleDocuments } from '../support/samples.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const NUMBER = '0009000101-23-000007';
const OTHER = '0009000101-23-000016';
const XML = sampleDocuments()[`tarnwick/${NUMBER}.xml`] ?? '';

/** Reads one line with another title, one twice, and does not read the last. */
function poorly(document: SourceDocument) {
  const result = parseDocument(document);
  if (!result.ok) return result;
  const [first, ...others] = result.filing.lines;
  if (first === undefined || others.length !== 1) throw new Error('The sample has changed.');
  const odd = { ...first, securityTitle: 'Uncommon Stock' };
  return { ...result, filing: { ...result.filing, lines: [odd, { ...first, line: 2 }] } };
}

/** Reads the first line with another title; of one document no other line. */
function otherTitle(document: SourceDocument) {
  const result = parseDocument(document);
  if (!result.ok) return result;
  const [first, ...others] = result.filing.lines;
  if (first === undefined) throw new Error('The sample has changed.');
  const rest = document.name.includes(NUMBER) ? [] : others;
  const lines = [{ ...first, securityTitle: 'Uncommon Stock' }, ...rest];
  return { ...result, filing: { ...result.filing, lines } };
}

describe('§4 FilingReread in the API', () => {
  it('says what was replaced, added and taken back; lists of lines have what counts', async () => {
    const { database } = await createTestLedger();
    const older = { version: PARSER_VERSION - 1, parse: poorly };
    await ingestPrepared(database, [prepareDocument(sourceDocument(`${NUMBER}.xml`, XML), older)]);
    for await (const _ of rereadLedger(database));
    const client = createClient(database);
    const line =
      '... on TransactionReported { position security { title } supersededBy { position type } }';
    const { data, errors } = await client.send(
      `{ events(first: 50) { totalCount nodes { position type
           ... on FilingReread { knownAt parser previousParser
             replaced { line { position } by { position } evidence certain }
             added { position type } takenBack { position ${line} } } ${line} } }
         filing(by: { accessionNumber: "${NUMBER}" }) { knownAt
           transactions { position security { title } } holdings { position } events { position } }
         current: events(first: 50, filter: { includeSuperseded: false, types: [TRANSACTION_REPORTED] }) { totalCount } }`,
    );
    expect(errors).toBeUndefined();
    const reread = { position: '4', type: 'FILING_REREAD' };
    const taken = { position: '2', security: { title: 'Uncommon Stock' }, supersededBy: reread };
    const kept = { position: '3', security: { title: 'Common Stock' } };
    expect(data).toMatchObject({
      events: {
        totalCount: 5,
        nodes: [
          { type: 'FILING_RECEIVED' },
          taken,
          { ...kept, supersededBy: null },
          {
            ...reread,
            knownAt: '2023-05-23T02:00:00.000Z',
            parser: PARSER_VERSION,
            previousParser: PARSER_VERSION - 1,
            replaced: [],
            added: [{ position: '5', type: 'HOLDING_REPORTED' }],
            takenBack: [taken],
          },
          { position: '5', type: 'HOLDING_REPORTED' },
        ],
      },
      filing: { transactions: [kept], holdings: [{ position: '5' }] },
      current: { totalCount: 1 },
    });
  });

  it('says by what a replaced line and the one in its place go together, and whether that is sure', async () => {
    const { database } = await createTestLedger();
    const older = { version: PARSER_VERSION - 1, parse: otherTitle };
    const documents = [NUMBER, OTHER].map((number) =>
      sourceDocument(`${number}.xml`, sampleDocuments()[`tarnwick/${number}.xml`] ?? ''),
    );
    await ingestPrepared(
      database,
      documents.map((document) => prepareDocument(document, older)),
    );
    for await (const _ of rereadLedger(database));
    const { data, errors } = await createClient(database).send(
      `{ events(first: 50, filter: { types: [FILING_REREAD] }) { nodes { ... on FilingReread {
           replaced { by { ... on TransactionReported { security { title } } } evidence certain } } } } }`,
    );
    expect(errors).toBeUndefined();
    const by = { security: { title: 'Common Stock' } };
    const replaced = (certain: boolean) => ({
      replaced: [{ by, evidence: 'SAME_PLACE', certain }],
    });
    expect(data).toMatchObject({ events: { nodes: [replaced(false), replaced(true)] } });
  });
});

describe('§4 the parser in the API', () => {
  const LEDGER = '{ ledger { parser readingsBehind } }';

  it('says its version, and how many filings an older one read last', async () => {
    const { database } = await createTestLedger();
    const client = createClient(database);
    const documents = Object.entries(sampleDocuments()).map(([name, text]) =>
      sourceDocument(name, text),
    );
    const older = { version: PARSER_VERSION - 1, parse: poorly };
    const prepared = documents.map((document, index) =>
      index < 3
        ? prepareDocument(document, { ...older, parse: parseDocument })
        : prepareDocument(document),
    );
    const poor = documents.findIndex(({ name }) => name.includes(NUMBER));
    prepared[poor] = prepareDocument(documents[poor] as SourceDocument, older);
    await ingestPrepared(database, prepared);
    const behind = async () => (await client.send(LEDGER)).data?.ledger;
    expect(await behind()).toEqual({ parser: PARSER_VERSION, readingsBehind: 4 });
    for await (const _ of rereadLedger(database, { isDryRun: true }));
    expect(await behind()).toEqual({ parser: PARSER_VERSION, readingsBehind: 4 });
    for await (const _ of rereadLedger(database, { forms: ['FORM_4'] }));
    expect(await behind()).toEqual({ parser: PARSER_VERSION, readingsBehind: 3 });
    // Nothing else is found in the others, and nothing is appended for them.
    for await (const _ of rereadLedger(database));
    expect(await behind()).toEqual({ parser: PARSER_VERSION, readingsBehind: 0 });
  });
});

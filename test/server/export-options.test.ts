import { expect, it } from 'vitest';
import { type ExportOptions, readExportOptions } from '../../src/server/cli/export-options.ts';

const NOW = new Date('2024-07-01T02:00:00Z');

const read = (what: string, options: ExportOptions = {}) => readExportOptions(what, options, NOW);

it('asks for what is held today in New York, as known now, as CSV to standard output', () => {
  expect(read('holdings')).toMatchObject({
    format: 'csv',
    asOf: '2024-06-30',
    knownAt: '2024-07-01T02:00:00.000Z',
    statuses: ['CURRENT', 'CARRIED'],
    path: null,
  });
  expect(read('ledger')).toMatchObject({ format: 'ndjson' });
});

it('§3 takes a day of --known-at for its end in New York, and an instant as it is', () => {
  expect(read('events', { knownAt: '2024-06-30' }).knownAt).toBe('2024-07-01T03:59:59.999Z');
  const knownAt = '2024-06-30T22:00:00-04:00';
  expect(read('events', { knownAt }).knownAt).toBe('2024-07-01T02:00:00.000Z');
});

it('reads lists of statuses, people and issuers', () => {
  const issuer = ['1640147', '0000000009', 'SXNzdWVyOi00Mg'];
  expect(read('holdings', { issuer, status: ['closed,Expired', 'current'] })).toMatchObject({
    issuers: issuer,
    people: undefined,
    statuses: ['CLOSED', 'EXPIRED', 'CURRENT'],
  });
});

it.each<[string, ExportOptions, string]>([
  ['people', {}, 'cannot be exported: holdings, events, filings, ledger'],
  ['constructor', {}, 'cannot be exported'],
  ['holdings', { format: 'xlsx' }, '--format: holdings are written as csv, ndjson, parquet'],
  ['events', { format: 'data-set' }, '--format: events are written as'],
  ['events', { asOf: '2023-01-01' }, '--as-of: only holdings'],
  ['holdings', { from: '2023-01-01' }, '--from: only events and filings'],
  ['holdings', { asOf: '2023-02-30' }, 'is no date'],
  ['holdings', { knownAt: 'yesterday' }, 'is no date and no instant. Write it as 2024-06-30'],
  ['ledger', { issuer: ['1'] }, 'only from the whole ledger'],
  ['holdings', { status: ['sold'] }, 'not one of current'],
  ['events', { format: 'ndjson', spreadsheetSafe: true }, '--spreadsheet-safe: only CSV'],
])('refuses %s with %j: %s', (what, options, message) => {
  expect(() => read(what, options)).toThrow(message);
});

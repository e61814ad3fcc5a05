import { describe, expect, it } from 'vitest';
import { databaseFault } from '../../src/database/index.ts';
import { passingFault } from '../../src/server/follow/faults.ts';
import { networkFault } from '../../src/sources/edgar/fault.ts';
import { Anomaly } from '../../src/values/index.ts';

function failure(code: string | null, message = 'as the database says'): Error {
  return Object.assign(new Error(message), code === null ? {} : { code });
}

describe('a fault of the database', () => {
  const PASSING =
    'ECONNRESET ECONNREFUSED EPIPE ETIMEDOUT EAI_AGAIN 57P01 57P02 57P03 08000 08001 08003 08006 ' +
    '53000 57000 57P05 EHOSTDOWN ENOTFOUND P1001 P1017 P2024 P2034 P2037 53200 53300 40P01 40001 55P03 57014';
  it.each(PASSING.split(' '))('passes by itself, and is worth another try: %s', (code) => {
    expect(databaseFault(failure(code))).toMatchObject({ passes: true, remedy: null });
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client was closed and is not queryable',
    'Client has encountered a connection error and is not queryable',
  ])('is a lost connection where pg says so without a code: %s', (message) => {
    expect(databaseFault(failure(null, message))).toEqual({
      passes: true,
      what: `The database is gone (${message})`,
      remedy: null,
    });
  });

  it('is a full pool where no connection became free in time', () => {
    const what = 'No connection to the database became free in time';
    const error = failure(null, 'timeout exceeded when trying to connect');
    expect(databaseFault(error)).toMatchObject({
      passes: true,
      what: expect.stringContaining(what),
    });
  });

  it.each([
    ['53100', 'The disk is full', 'there is room on it'],
    ['ENOSPC', 'The disk is full', 'there is room on it'],
    ['25006', 'The database is read-only', 'it can be written to'],
    ['53400', 'A limit', 'it is raised'],
    ['58030', 'The database cannot read or write its files', 'it can'],
  ])('that somebody has to mend says what to do: %s', (code, what, remedy) => {
    const fault = databaseFault(failure(code));
    expect(fault).toMatchObject({ passes: false, what: expect.stringContaining(what) });
    expect(fault?.remedy).toContain(remedy);
  });

  it('is found in the cause of an error too', () => {
    const cause = failure('53100');
    expect(databaseFault(new Anomaly('Fault', 'Migration x failed', { cause }))).toEqual(
      databaseFault(cause),
    );
  });

  it('is not seen where the network failed on the way to EDGAR, whatever the code is', () => {
    const cause = networkFault(failure('ECONNRESET'));
    const error = new Anomaly('Unavailable', 'EDGAR did not give it.', { cause });
    expect(databaseFault(error)).toBeNull();
    expect(passingFault(error)).toEqual({ said: 'EDGAR did not give it.', of: 'EDGAR' });
  });

  it.each([
    ['a value refused', failure('22003')],
    ['a right missing', failure('42501')],
    ['a table missing', failure('42P01')],
    ['a file missing', failure('ENOENT')],
    ['no code', failure(null, 'Something else')],
    ['an anomaly', new Anomaly('Conflict', 'Rebuild first.')],
    ['no error', 'ECONNRESET'],
  ])('is not seen in other failures: %s', (_, error) => {
    expect(databaseFault(error)).toBeNull();
  });
});

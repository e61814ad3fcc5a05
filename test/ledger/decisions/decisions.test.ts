import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/ledger/decisions/filings/fingerprint.ts';
import { decideKnownAt } from '../../../src/ledger/decisions/filings/known-at.ts';
import { issuerId, personId } from '../../../src/ledger/decisions/identities/identity.ts';
import { personKind } from '../../../src/ledger/decisions/identities/person-kind.ts';
import { cleanTickers } from '../../../src/ledger/decisions/identities/tickers.ts';
import type { FiledLine, Filing, TransactionLine } from '../../../src/parser/index.ts';
import {
  dateFlag,
  filingEffectiveOn,
  lineEffectiveOn,
} from '../../../src/rules/lines/effective-on.ts';
import { lineBalance } from '../../../src/rules/lines/line-balance.ts';
import { lineFlags } from '../../../src/rules/lines/line-flags.ts';
import { decideRule10b5One } from '../../../src/rules/lines/rule-10b5-one.ts';
import type { CalendarDate, Decimal, Instant } from '../../../src/values/index.ts';
import { parseFiling } from '../../support/parse.ts';
import { sampleDocuments } from '../../support/samples.ts';

const SAMPLES = sampleDocuments();
const FORM_4 = parseFiling(SAMPLES['tarnwick/0009000101-23-000004.txt'] ?? '');
const SEED = parseFiling(SAMPLES['seeds/000_6c94b9a035cb2674.txt'] ?? '');
const TRANSACTION = FORM_4.lines.find(({ kind }) => kind === 'transaction') as TransactionLine;
const HOLDING = FORM_4.lines.find(({ kind }) => kind === 'holding') as FiledLine;
const KNOWN = '2023-03-08T22:02:44.000Z' as Instant;

const date = (text: string) => text as CalendarDate;
const transaction = (cells: Partial<TransactionLine>): TransactionLine => ({
  ...TRANSACTION,
  ...cells,
});

describe('§3 known at', () => {
  const filing: Filing = {
    ...SEED,
    signatures: [
      { name: '', date: date('2017-02-10') },
      { name: '', date: date('2017-02-14') },
    ],
  };
  it.each([
    ['acceptance', { acceptedAt: KNOWN, filedOn: date('2023-03-08') }, KNOWN, 'ACCEPTANCE'],
    [
      'the filing date, 22:00 New York',
      { filedOn: date('2017-07-14') },
      '2017-07-15T02:00:00.000Z',
      'FILING_DATE',
    ],
    ['the latest signature, 22:00 New York', {}, '2017-02-15T03:00:00.000Z', 'SIGNATURE_DATE'],
  ])('is %s', (_, known, knownAt, basis) => {
    expect(decideKnownAt({ ...filing, ...known })).toEqual({ knownAt, basis });
  });

  it('is nothing where none of the three is there', () => {
    expect(decideKnownAt({ ...SEED, signatures: [] })).toBeNull();
  });
});

describe('§3 effective date', () => {
  it('of a transaction is its own; of a holding line of a Form 4 the latest transaction date', () => {
    const late = transaction({ transactionDate: date('2023-03-07') });
    const filing = {
      ...FORM_4,
      lines: [transaction({ transactionDate: date('2023-03-01') }), late, HOLDING],
    };
    expect(lineEffectiveOn(late, filing, KNOWN)).toBe('2023-03-07');
    expect(lineEffectiveOn(HOLDING, filing, KNOWN)).toBe('2023-03-07');
  });

  it('of a holding line of Form 3 and 5 is the period of report', () => {
    const [, , holding] = SEED.lines;
    if (holding === undefined) throw new Error('The seed has three lines.');
    expect(lineEffectiveOn(holding, SEED, '2017-02-15T03:00:00.000Z' as Instant)).toBe(
      '2016-12-31',
    );
  });

  it.each([
    ['2035-01-10', 'DATE_AFTER_FILING'],
    ['0022-01-10', 'DATE_IMPLAUSIBLE'],
    ['2023-03-08', null],
  ])('§5 a date of %s has the flag %s, and the period stands in for it', (filed, flag) => {
    const line = transaction({ transactionDate: date(filed) });
    const filing = { ...FORM_4, periodOfReport: date('2023-03-07'), lines: [line] };
    expect(dateFlag(date(filed), KNOWN)).toBe(flag);
    expect(lineEffectiveOn(line, filing, KNOWN)).toBe(flag === null ? filed : '2023-03-07');
    expect(filingEffectiveOn({ ...filing, periodOfReport: date('2035-01-01') }, KNOWN)).toBe(
      '2023-03-08',
    );
  });
});

const ALONE = { lines: [], footnotes: [], knownAt: KNOWN };

describe('§5 flags', () => {
  it.each([
    [{ code: 'P', acquiredDisposed: 'DISPOSED' as const }, ['PURCHASE_DISPOSED']],
    [{ code: 'S', acquiredDisposed: 'ACQUIRED' as const }, ['SALE_ACQUIRED']],
    [{ code: 'Q' }, ['UNKNOWN_CODE']],
    [{ pricePerShare: '16608240000' as Decimal }, ['PRICE_IMPLAUSIBLE']],
    [{ shares: null, totalValue: null }, ['AMOUNT_MISSING']],
    [{}, []],
  ])('of a line with %o are %o', (cells, flags) => {
    expect(
      lineFlags(transaction({ code: 'P', acquiredDisposed: 'ACQUIRED', ...cells }), ALONE),
    ).toEqual(flags);
  });
});

describe('§5 the unit of a balance', () => {
  it('is shares, USD for debt, and underlying shares for a derivative without an amount', () => {
    expect(lineBalance(TRANSACTION)).toMatchObject({ unit: 'SHARES', change: TRANSACTION.shares });
    const debt = {
      shares: null,
      sharesAfter: null,
      totalValue: '5000' as Decimal,
      valueAfter: '9000' as Decimal,
    };
    expect(lineBalance(transaction({ ...debt, acquiredDisposed: 'DISPOSED' }))).toEqual({
      unit: 'USD',
      change: '-5000',
      amountAfter: '9000',
    });
    const option = {
      ...HOLDING,
      table: 'DERIVATIVE' as const,
      sharesAfter: null,
      underlyingShares: '300' as Decimal,
    };
    expect(lineBalance(option)).toEqual({
      unit: 'UNDERLYING_SHARES',
      change: null,
      amountAfter: '300',
    });
    expect(lineFlags(option, ALONE)).toEqual(['BALANCE_IS_UNDERLYING']);
  });
});

describe('§2 tickers', () => {
  it.each([
    ['AMOT', ['AMOT']],
    ['[AMOT]', ['AMOT']],
    ['(SIRI)', ['SIRI']],
    ['BRK.A, BRK.B', ['BRK.A', 'BRK.B']],
    ['Z AND ZG', ['Z', 'ZG']],
    ['NYSE:XYF', ['XYF']],
    ['ABC.OB', ['ABC']],
    ['NONE', []],
    ['N/A', []],
    ['n/a', []],
    ['-', []],
    ['None.', []],
    ['', []],
    [null, []],
  ])('"%s" cleans to %o', (filed, symbols) => {
    expect(cleanTickers(filed)).toEqual(symbols);
  });
});

describe('§2 identity', () => {
  const named = (name: string, tradingSymbol = 'QVX') =>
    issuerId({ cik: null, name, tradingSymbol, foreignTradingSymbol: null });

  it('is the CIK where there is one, and below zero where it is provisional', () => {
    expect(issuerId(FORM_4.issuer)).toBe(BigInt(FORM_4.issuer.cik ?? 0));
    expect(named('Quivering Valves Inc')).toBeLessThan(0n);
  });

  it('folds spelling, and tells names, tickers and issuers apart', () => {
    expect(named('QUIVERING VALVES, INC.')).toBe(named('Quivering Valves Inc'));
    expect(named('Quivering Valves Inc', '[QVX]')).toBe(named('Quivering Valves Inc'));
    expect(named('Quivering Valves Inc', 'QVY')).not.toBe(named('Quivering Valves Inc'));
    const person = (name: string, issuer: bigint) => personId({ cik: null, name }, issuer);
    expect(person("O'Dell Ann", -1n)).toBe(person('ODELL ANN', -1n));
    expect(person('Dell Ann', -1n)).not.toBe(person('Dell Ann', -2n));
  });
});

describe('§2 fingerprint', () => {
  it('leaves out what a rendition cannot know, and keeps what is written', () => {
    const lesser: Filing = {
      ...FORM_4,
      accessionNumber: null,
      acceptedAt: null,
      filedOn: null,
      schemaVersion: null,
      issuer: { ...FORM_4.issuer, cik: null },
      reportingOwners: FORM_4.reportingOwners.map((owner) => ({ ...owner, cik: null })),
    };
    expect(fingerprint(lesser)).toBe(fingerprint(FORM_4));
    const [first, ...rest] = FORM_4.lines;
    if (first === undefined) throw new Error('The sample has lines.');
    const changed = { ...FORM_4, lines: [{ ...first, sharesAfter: '1' as Decimal }, ...rest] };
    expect(fingerprint(changed)).not.toBe(fingerprint(FORM_4));
  });
});

describe('§8 Rule 10b5-1', () => {
  const said = (text: string, aff10b5One: boolean | null = null) =>
    decideRule10b5One({ aff10b5One, remarks: null, footnotes: [{ id: 'F1', text }] });
  it.each(['under a Rule 10b5-1 plan', '10b5–1', '10b5—1', '10b-5-1', '10B5 1'])(
    '"%s" mentions it',
    (text) => {
      expect(said(text)).toBe('MENTIONED');
    },
  );

  it('the box alone affirms or denies', () => {
    expect(said('', true)).toBe('AFFIRMED');
    expect(said('10b5-1', false)).toBe('DENIED');
    expect(said('Rule 16b-3')).toBe('NOT_MENTIONED');
  });
});

describe('§2 kind of person', () => {
  const owner = SEED.reportingOwners[0];
  it.each([
    ['Ketterby Capital Fund II, L.P.', 'ENTITY'],
    ['Invented Family Trust', 'ENTITY'],
    ['Quillon Petra A', 'INDIVIDUAL'],
  ])('%s is %s', (name, kind) => {
    if (owner === undefined) throw new Error('The seed has an owner.');
    expect(personKind({ ...owner, name, isOfficer: true })).toBe(kind);
    expect(personKind({ ...owner, name, isOfficer: false })).toBe(
      kind === 'ENTITY' ? kind : 'UNKNOWN',
    );
  });
});

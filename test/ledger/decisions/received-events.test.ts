import { describe, expect, it } from 'vitest';
import { receiveFiling } from '../../../src/ledger/decisions/filings/receive-filing.ts';
import { parseFiling } from '../../support/parse.ts';
import { sampleDocuments } from '../../support/samples.ts';

const CASES = Object.entries(sampleDocuments());

describe('§4 what a filing becomes', () => {
  it.each(CASES)('one FilingReceived, then one event a line with all it says: %s', (name, text) => {
    const filing = parseFiling(text, name);
    const { lines, ...rest } = filing;
    const provenance = { sourceHash: 'a'.repeat(64), rendition: 'ownership-xml' as const };
    const [received, ...reported] = receiveFiling(filing, provenance)?.bodies ?? [];
    expect(received).toMatchObject({
      type: 'FILING_RECEIVED',
      payload: { filing: rest, ...provenance },
    });
    expect(reported).toEqual(
      lines.map((line) => ({
        type: line.kind === 'transaction' ? 'TRANSACTION_REPORTED' : 'HOLDING_REPORTED',
        payload: line,
      })),
    );
  });
});

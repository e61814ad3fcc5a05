import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections } from '../../src/ledger/index.ts';
import { graphql } from '../graphql/index.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const cell = (name: string, value: string) => `<${name}><value>${value}</value></${name}>`;

/** A Form 4 or 4/A with one purchase, signed on a day of May 2024. */
function form4(number: number, type: '4' | '4/A', day: string, shares: string, period = '01') {
  const original =
    type === '4/A' ? '<dateOfOriginalSubmission>2024-05-03</dateOfOriginalSubmission>' : '';
  return sourceDocument(
    `0009000601-24-00000${number}.xml`,
    `<ownershipDocument><documentType>${type}</documentType><periodOfReport>2024-05-${period}</periodOfReport>${original}
    <issuer><issuerCik>9000601</issuerCik><issuerName>Doubtful Dyes Inc</issuerName><issuerTradingSymbol>DYES</issuerTradingSymbol></issuer>
    <reportingOwner><reportingOwnerId><rptOwnerCik>9000602</rptOwnerCik><rptOwnerName>Vague Vera</rptOwnerName></reportingOwnerId></reportingOwner>
    <nonDerivativeTable><nonDerivativeTransaction>${cell('securityTitle', 'Common Stock')}${cell('transactionDate', '2024-05-01')}
    <transactionCoding><transactionCode>P</transactionCode></transactionCoding>
    <transactionAmounts>${cell('transactionShares', shares)}${cell('transactionAcquiredDisposedCode', 'A')}</transactionAmounts>
    <postTransactionAmounts>${cell('sharesOwnedFollowingTransaction', '1000')}</postTransactionAmounts>
    <ownershipNature>${cell('directOrIndirectOwnership', 'D')}</ownershipNature></nonDerivativeTransaction></nonDerivativeTable>
    <ownerSignature><signatureName>V</signatureName><signatureDate>2024-05-${day}</signatureDate></ownerSignature></ownershipDocument>`,
  );
}

const FIRST = form4(1, '4', '03', '10');
const SECOND = form4(2, '4', '03', '20');
const AMENDMENT = form4(3, '4/A', '09', '15');

const CANDIDATES = graphql(`
  query Candidates {
    filing(by: { accessionNumber: "0009000601-24-000003" }) {
      amendmentOutcome
      amends { accessionNumber }
      amendmentCandidates { accessionNumber }
      events {
        __typename
        ... on FilingAmended {
          outcome
          original { accessionNumber }
          candidates { accessionNumber }
        }
      }
    }
  }
`);

describe('§6 an amendment whose original is ambiguous', () => {
  const orders = [
    [FIRST, SECOND, AMENDMENT],
    [AMENDMENT, SECOND, FIRST],
    [SECOND, AMENDMENT, FIRST],
  ];
  it.each(orders)(
    'is UNRESOLVED, and both candidates are named, in any order',
    async (...order) => {
      const { database } = await createTestLedger();
      for (const document of order) await ingest(database, [document]);
      const { filing } = await createClient(database).ask(CANDIDATES);
      const both = [
        { accessionNumber: '0009000601-24-000001' },
        { accessionNumber: '0009000601-24-000002' },
      ];
      expect(filing).toMatchObject({
        amendmentOutcome: 'UNRESOLVED',
        amends: null,
        amendmentCandidates: both,
      });
      expect(filing?.events.at(-1)).toEqual({
        __typename: 'FilingAmended',
        outcome: 'UNRESOLVED',
        original: both[1],
        candidates: both,
      });
      const events = filing?.events.length;
      const again = await ingest(database, order);
      expect(again.map(({ outcome }) => outcome)).toEqual(order.map(() => 'alreadyHeld'));
      expect((await createClient(database).ask(CANDIDATES)).filing?.events).toHaveLength(
        events ?? 0,
      );
      expect((await rebuildProjections(database)).filter(({ same }) => !same)).toEqual([]);
    },
  );
});

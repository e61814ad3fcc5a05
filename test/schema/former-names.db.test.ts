import { describe, expect, it } from 'vitest';
import { graphql } from '../graphql/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

/** A Form 3 of one owner that holds nothing, filed on a day of 2024. */
const form3 = (day: string, issuer: string, ticker: string, owner: string) =>
  `<ownershipDocument><documentType>3</documentType><periodOfReport>2024-0${day}</periodOfReport>
  <noSecuritiesOwned>1</noSecuritiesOwned>
  <issuer><issuerCik>9000501</issuerCik><issuerName>${issuer}</issuerName><issuerTradingSymbol>${ticker}</issuerTradingSymbol></issuer>
  <reportingOwner><reportingOwnerId><rptOwnerCik>9000502</rptOwnerCik><rptOwnerName>${owner}</rptOwnerName></reportingOwnerId></reportingOwner>
  <ownerSignature><signatureName>S</signatureName><signatureDate>2024-0${day}</signatureDate></ownerSignature></ownershipDocument>`;

const FILINGS = {
  '0009000501-24-000001.xml': form3('1-10', 'Renamed Reeds Inc', 'REED', 'Umbra Una'),
  '0009000501-24-000002.xml': form3('2-10', 'Renamed Reeds Inc', 'REED', 'Umbra-Vane Una'),
  '0009000501-24-000003.xml': form3('3-10', 'Reeds and Rushes Corp', 'N/A', 'Umbra-Vane Una'),
  '0009000501-24-000004.xml': form3('4-10', 'Reeds and Rushes Corp', 'NYSE: RUSH', 'Umbra Una V'),
};

const NAMES = graphql(`
  query FormerNames {
    issuer(by: { cik: "9000501" }) {
      name
      ticker
      tickers
      formerNames { name firstKnownAt lastKnownAt }
      formerTickers { name firstKnownAt lastKnownAt }
    }
    person(by: { cik: "9000502" }) {
      name
      formerNames { name firstKnownAt lastKnownAt }
    }
  }
`);

const night = (day: string) => `2024-0${day}T03:00:00.000Z`;

describe('§2 names and tickers change', () => {
  const orders = [Object.entries(FILINGS), Object.entries(FILINGS).reverse()];
  it.each(orders)(
    'all are kept with the dates on which they were used, in any order',
    async (...order) => {
      const ledger = await createTestLedger();
      for (const [name, text] of order) await ledger.append({ [name]: text });
      const { issuer, person } = await createClient(ledger.database).ask(NAMES);
      const reeds = { firstKnownAt: night('1-11'), lastKnownAt: night('2-11') };
      expect(issuer).toEqual({
        name: 'Reeds and Rushes Corp',
        ticker: 'NYSE: RUSH',
        tickers: ['REED', 'RUSH'],
        formerNames: [{ name: 'Renamed Reeds Inc', ...reeds }],
        formerTickers: [{ name: 'REED', ...reeds }],
      });
      expect(person).toEqual({
        name: 'Umbra Una V',
        formerNames: [
          {
            name: 'Umbra-Vane Una',
            firstKnownAt: night('2-11'),
            lastKnownAt: '2024-03-11T02:00:00.000Z',
          },
          { name: 'Umbra Una', firstKnownAt: night('1-11'), lastKnownAt: night('1-11') },
        ],
      });
    },
  );
});

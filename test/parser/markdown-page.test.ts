import { describe, expect, it } from 'vitest';
import { parse } from '../support/parse.ts';

const link = (name: string, cik: string) =>
  `[${name}](https://www.example.org/cgi-bin/browse-edgar?action=getcompany&CIK=${cik})`;

/**
 * As a general converter prints it: nested tables unrolled, headings repeated, ticks in cells
 * alone.
 */
const PAGE = `SEC Form 4

# FORM 4

| OMB APPROVAL | |
| --- | --- |
| OMB Number: | 3235-0287 |

|  |  |
| --- | --- |
| X | Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. |
|  | Check this box to indicate that a transaction was made pursuant to a contract, instruction or plan |

1. Name and Address of Reporting Person<sup>\\*</sup>

${link('Quillon Petra A', '0009000201')}

* * *

| (Last) | (First) | (Middle) |
| --- | --- | --- |

| C/O TARNWICK CORP |
| --- |
| 1 QUAY STREET |

---

(Street)

| PORT INVENTED | NY | 14228 |
| --- | --- | --- |

* * *

| (City) | (State) | (Zip) |
| --- | --- | --- |

2. Issuer Name **and** Ticker or Trading Symbol

${link('Tarnwick Corp', '0009000101')} [ TWK ]

5. Relationship of Reporting Person(s) to Issuer (Check all applicable)

| X | Director |   | 10% Owner |
| --- | --- | --- | --- |
| X | Officer (give title below) |   | Other (specify below) |
|   | <u>Chief Keeper</u> |   |   |

3. Date of Earliest Transaction (Month/Day/Year)
03/07/2023

4. If Amendment, Date of Original Filed (Month/Day/Year)

6. Individual or Joint/Group Filing (Check Applicable Line)

| X | Form filed by One Reporting Person |
| --- | --- |

| Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned |  |  |  |  |  |  |  |  |  |  |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1. Title of Security (Instr. 3) | 2. Transaction Date (Month/Day/Year) | 2A. Deemed Execution Date, if any (Month/Day/Year) | 3. Transaction Code (Instr. 8) | 3. Transaction Code (Instr. 8) | 4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5) | 4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5) | 4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5) | 5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4) | 6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4) | 7. Nature of Indirect Beneficial Ownership (Instr. 4) |
| 1. Title of Security (Instr. 3) | 2. Transaction Date (Month/Day/Year) | 2A. Deemed Execution Date, if any (Month/Day/Year) | Code | V | Amount | (A) or (D) | Price | 5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4) | 6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4) | 7. Nature of Indirect Beneficial Ownership (Instr. 4) |
| Common Stock | 03/07/2023 |  | G | V | 1,871^(1)(2)^ | D | $0 | 105,810 | D |  |
| Common Stock |  |  |  |  |  |  |  | 4,534 | I | By Trust^(2)^ |

| Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1. Title of Derivative Security (Instr. 3) | 2. Conversion or Exercise Price of Derivative Security | 3. Transaction Date (Month/Day/Year) | 3A. Deemed Execution Date, if any (Month/Day/Year) | 4. Transaction Code (Instr. 8) | 4. Transaction Code (Instr. 8) | 5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5) | 5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5) | 6. Date Exercisable and Expiration Date (Month/Day/Year) | 6. Date Exercisable and Expiration Date (Month/Day/Year) | 7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4) | 7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4) | 8. Price of Derivative Security (Instr. 5) | 9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4) | 10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4) | 11. Nature of Indirect Beneficial Ownership (Instr. 4) |
| 1. Title of Derivative Security (Instr. 3) | 2. Conversion or Exercise Price of Derivative Security | 3. Transaction Date (Month/Day/Year) | 3A. Deemed Execution Date, if any (Month/Day/Year) | Code | V | (A) | (D) | Date Exercisable | Expiration Date | Title | Amount or Number of Shares | 8. Price of Derivative Security (Instr. 5) | 9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4) | 10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4) | 11. Nature of Indirect Beneficial Ownership (Instr. 4) |

| **Explanation of Responses:** |
| --- |
| 1. A gift. |
| 2. The trust is (1) irrevocable and (2) for a child. |
| **Remarks:** |
|  |

|  | _/s/ Petra A. Quillon_ | _03/09/2023_ |
| --- | --- | --- |
|  | \\*\\* Signature of Reporting Person | Date |
`;

describe('a Markdown page of a general converter', () => {
  it('§1 is read whole: nested tables unrolled, repeated headings, links, carets, ticks in cells', () => {
    expect(parse(PAGE)).toMatchObject({
      ok: true,
      warnings: [],
      filing: {
        form: 'FORM_4',
        periodOfReport: '2023-03-07',
        dateOfOriginalSubmission: null,
        issuer: { cik: '0009000101', name: 'Tarnwick Corp', tradingSymbol: 'TWK' },
        reportingOwners: [
          {
            cik: '0009000201',
            name: 'Quillon Petra A',
            address: {
              street1: 'C/O TARNWICK CORP 1 QUAY STREET',
              city: 'PORT INVENTED',
              state: 'NY',
              zip: '14228',
            },
            isDirector: true,
            isOfficer: true,
            isTenPercentOwner: false,
            isOther: false,
            officerTitle: 'Chief Keeper',
          },
        ],
        notSubjectToSection16: true,
        aff10b5One: false,
        lines: [
          {
            kind: 'transaction',
            code: 'G',
            voluntary: true,
            formType: '5',
            shares: '1871',
            acquiredDisposed: 'DISPOSED',
            pricePerShare: '0',
            sharesAfter: '105810',
            footnotes: [
              { field: 'shares', id: 'F1' },
              { field: 'shares', id: 'F2' },
            ],
          },
          { kind: 'holding', sharesAfter: '4534', nature: 'By Trust' },
        ],
        footnotes: [
          { id: 'F1', text: 'A gift.' },
          { id: 'F2', text: 'The trust is (1) irrevocable and (2) for a child.' },
        ],
        remarks: null,
        signatures: [{ name: '/s/ Petra A. Quillon', date: '2023-03-09' }],
      },
    });
  });
});

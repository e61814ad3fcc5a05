import type { FiledLine, FiledOwner, Filing } from '../../../src/parser/index.ts';
import {
  type Decimal,
  parseAccessionNumber,
  parseCik,
  type SourceDocument,
} from '../../../src/values/index.ts';
import { printOwnershipXml } from '../print/print-ownership-xml.ts';
import { printTextPage } from '../print/print-text-page.ts';
import { sourceDocument } from '../source-document.ts';
import { date, EXPIRES, ISSUERS, OWNERS, type Told, type ToldLine } from './told.ts';

/** A told filing as a document: ownership XML under its number, or a page without numbers and CIKs. */
export function printTold(told: Told): SourceDocument {
  const filing = filingOf(told);
  if (told.rendition !== 'xml') {
    return sourceDocument(`page-${told.index}.txt`, printTextPage(filing, told.rendition));
  }
  return sourceDocument(`0009000801-24-${told.number}.xml`, printOwnershipXml(filing));
}

function filingOf(told: Told): Filing {
  const issuer = ISSUERS[told.issuer] ?? ISSUERS[0];
  return {
    accessionNumber: parseAccessionNumber(`0009000801-24-${told.number}`),
    form: `FORM_${told.form}${told.isAmendment ? '_A' : ''}`,
    schemaVersion: null,
    periodOfReport: told.period,
    dateOfOriginalSubmission: told.originalOn,
    filedOn: null,
    acceptedAt: null,
    issuer: {
      cik: parseCik(issuer.cik),
      name: issuer.name,
      tradingSymbol: issuer.ticker,
      foreignTradingSymbol: null,
    },
    reportingOwners: told.owners.map((owner) => ownerOf(owner, told)),
    notSubjectToSection16: told.isExit,
    noSecuritiesOwned: false,
    form3HoldingsReported: false,
    form4TransactionsReported: false,
    aff10b5One: null,
    lines: (['NON_DERIVATIVE', 'DERIVATIVE'] as const).flatMap((table) =>
      told.lines
        .filter(({ account }) => (account === 'option') === (table === 'DERIVATIVE'))
        .map((line, index) => lineOf(line, told, index + 1)),
    ),
    footnotes: [],
    remarks: `Told as number ${told.index}.`,
    signatures: [{ name: '/s/ A. Signer', date: told.day }],
    exhibits: [],
  };
}

function ownerOf(index: number, { role }: Told): FiledOwner {
  const owner = OWNERS[index] ?? OWNERS[0];
  return {
    cik: parseCik(owner.cik),
    name: owner.name,
    address: null,
    isDirector: role === 'director',
    isOfficer: role === 'officer' || role === 'chief',
    isTenPercentOwner: role === 'owner',
    isOther: false,
    officerTitle: role === 'officer' ? 'Treasurer' : role === 'chief' ? 'President' : null,
    otherText: null,
  };
}

function lineOf(line: ToldLine, { form }: Told, place: number): FiledLine {
  const isOption = line.account === 'option';
  const size = Math.abs(line.change ?? line.after);
  const cells = {
    table: isOption ? ('DERIVATIVE' as const) : ('NON_DERIVATIVE' as const),
    line: place,
    securityTitle: isOption ? 'Stock Option (Right to Buy)' : 'Common Stock',
    formType: null,
    ownership: NATURES[line.account] === null ? ('DIRECT' as const) : ('INDIRECT' as const),
    nature: NATURES[line.account],
    // Table II of a Form 3 has no column for what is held: it is the number of underlying shares.
    sharesAfter: isOption && form === '3' ? null : decimal(line.after),
    valueAfter: null,
    conversionOrExercisePrice: isOption ? decimal(10) : null,
    exercisableOn: null,
    expiresOn: isOption ? date(EXPIRES) : null,
    underlyingTitle: isOption ? 'Common Stock' : null,
    underlyingShares: isOption ? decimal(size) : null,
    underlyingValue: null,
    footnotes: [],
  };
  if (line.on === null || line.change === null) return { kind: 'holding', ...cells };
  return {
    kind: 'transaction',
    ...cells,
    transactionDate: line.on,
    deemedExecutionDate: null,
    code: line.code,
    timeliness: 'ON_TIME',
    equitySwapInvolved: false,
    voluntary: false,
    acquiredDisposed: line.change < 0 ? 'DISPOSED' : 'ACQUIRED',
    shares: decimal(size),
    totalValue: null,
    pricePerShare: line.price === null ? null : decimal(line.price),
  };
}

const NATURES = { direct: null, trust: 'By Trust', spouse: 'By Spouse', option: null };

function decimal(whole: number): Decimal {
  return String(whole) as Decimal;
}

import type { FiledLine, FiledOwner, Filing } from '../../../src/parser/index.ts';
import { printOwnershipXml } from '../../../src/server/demo/index.ts';
import {
  type Decimal,
  parseAccessionNumber,
  parseCik,
  type SourceDocument,
} from '../../../src/values/index.ts';
import { printTextPage } from '../print/print-text-page.ts';
import { sourceDocument } from '../source-document.ts';
import {
  date,
  EXPIRES,
  type FilingSketch,
  ISSUERS,
  isDerivative,
  isGrant,
  type LineSketch,
  OWNERS,
  ownsNothing,
} from './sketch.ts';

/**
 * The filing of a sketch as a document: ownership XML under its number, or a page without numbers
 * and CIKs.
 */
export function printSketch(sketch: FilingSketch): SourceDocument {
  const filing = filingOf(sketch);
  if (sketch.rendition !== 'xml') {
    return sourceDocument(`page-${sketch.index}.txt`, printTextPage(filing, sketch.rendition));
  }
  return sourceDocument(`0009000801-24-${sketch.number}.xml`, printOwnershipXml(filing));
}

function filingOf(sketch: FilingSketch): Filing {
  const issuer = ISSUERS[sketch.issuer] ?? ISSUERS[0];
  return {
    accessionNumber: parseAccessionNumber(`0009000801-24-${sketch.number}`),
    form: `FORM_${sketch.form}${sketch.isAmendment ? '_A' : ''}`,
    schemaVersion: null,
    periodOfReport: sketch.period,
    dateOfOriginalSubmission: sketch.originalOn,
    filedOn: null,
    acceptedAt: null,
    issuer: {
      cik: parseCik(issuer.cik),
      name: issuer.name,
      tradingSymbol: issuer.ticker,
      foreignTradingSymbol: null,
    },
    reportingOwners: sketch.owners.map((owner) => ownerOf(owner, sketch)),
    notSubjectToSection16: sketch.isExit,
    noSecuritiesOwned: ownsNothing(sketch),
    form3HoldingsReported: false,
    form4TransactionsReported: false,
    aff10b5One: null,
    lines: (['NON_DERIVATIVE', 'DERIVATIVE'] as const).flatMap((table) =>
      sketch.lines
        .filter(({ account }) => isDerivative(account) === (table === 'DERIVATIVE'))
        .map((line, index) => lineOf(line, sketch, index + 1)),
    ),
    footnotes: [],
    remarks: `Filed as number ${sketch.index}.`,
    signatures: [{ name: '/s/ A. Signer', date: sketch.day }],
    exhibits: [],
  };
}

function ownerOf(index: number, { role }: FilingSketch): FiledOwner {
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

function lineOf(line: LineSketch, { form }: FilingSketch, place: number): FiledLine {
  const isOption = line.account === 'option';
  const isOfTableII = isDerivative(line.account);
  const size = Math.abs(line.change ?? line.after);
  const cells = {
    table: isOfTableII ? ('DERIVATIVE' as const) : ('NON_DERIVATIVE' as const),
    line: place,
    securityTitle: isOption
      ? 'Stock Option (Right to Buy)'
      : isOfTableII
        ? 'Restricted Stock Unit'
        : line.title,
    formType: null,
    ownership: NATURES[line.account] === null ? ('DIRECT' as const) : ('INDIRECT' as const),
    nature: NATURES[line.account],
    // Table II of a Form 3 has no column for what is held: it is the number of underlying shares.
    sharesAfter: isOption && form === '3' ? null : decimal(line.after),
    valueAfter: null,
    conversionOrExercisePrice: isOption ? decimal(10) : null,
    exercisableOn: isGrant(line.account) ? EXERCISABLE[line.account] : null,
    expiresOn: isOption ? date(EXPIRES) : null,
    underlyingTitle: isOfTableII ? 'Common Stock' : null,
    underlyingShares: isOfTableII ? decimal(size) : null,
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

const NATURES = {
  direct: null,
  trust: 'By Trust',
  spouse: 'By Spouse',
  option: null,
  elder: null,
  younger: null,
  pooled: null,
};
const EXERCISABLE = { elder: date(200), younger: date(300), pooled: null };

function decimal(whole: number): Decimal {
  return String(whole) as Decimal;
}

import { createHash } from 'node:crypto';
import {
  type FiledLine,
  type Filing,
  type FormType,
  formNumber,
  type TransactionLine,
} from '../../../parser/index.ts';
import { type Decimal, isAscii, round } from '../../../values/index.ts';
import { canonicalJson } from '../../events/index.ts';
import { cleanTickers, foldName } from '../identities/index.ts';

/**
 * SHA-256, hex, of what every rendition of a filing shares: form, dates, names, the exit box, lines
 * and notes (docs/domain.md §2). What one rendition cannot know stays out of it: CIKs, numbers and
 * times of EDGAR, and of a line
 *
 * - its place among lines of the other kind, form type and timeliness (data sets, pages);
 * - decimals beyond the second, which data sets round away, and total values in Table I, which they
 *   lack;
 * - on Form 3 the number of derivatives held, and in Table II an amount without a side (pages).
 */
export function fingerprint(filing: Filing): string {
  const isForm3 = formNumber(filing.form) === '3';
  const content = canonicalJson({
    form: filing.form,
    period: filing.periodOfReport,
    original: filing.dateOfOriginalSubmission,
    issuer: [foldName(filing.issuer.name), cleanTickers(filing.issuer.tradingSymbol)],
    owners: filing.reportingOwners.map(({ name }) => foldName(name)).sort(),
    exit: !isForm3 && filing.notSubjectToSection16,
    transactions: filing.lines.flatMap((line) =>
      line.kind === 'transaction' ? [transactionContent(line)] : [],
    ),
    holdings: filing.lines.flatMap((line) =>
      line.kind === 'holding' ? [lineContent(line, isForm3)] : [],
    ),
    footnotes: filing.footnotes.map(({ text }) => letters(text)).sort(),
    remarks: letters(filing.remarks ?? ''),
    signed: filing.signatures.map(({ date }) => date ?? '').sort(),
  });
  return createHash('sha256').update(content).digest('hex');
}

/** What every rendition of a filing shares of one line, as a text. */
export function lineText(line: FiledLine, form: FormType): string {
  const content =
    line.kind === 'transaction'
      ? transactionContent(line)
      : lineContent(line, formNumber(form) === '3');
  return canonicalJson({ kind: line.kind, ...content });
}

type Content = Record<string, string | null>;

function transactionContent(line: TransactionLine): Content {
  const isTableOne = line.table === 'NON_DERIVATIVE';
  const isSided = isTableOne || line.acquiredDisposed !== null;
  const amount = line.shares ?? (isTableOne ? null : line.totalValue);
  return {
    ...lineContent(line, false),
    date: line.transactionDate,
    deemed: line.deemedExecutionDate,
    code: line.code,
    acquiredDisposed: amount === null && !isTableOne ? null : line.acquiredDisposed,
    amount: isSided ? cents(amount) : null,
    pricePerShare: cents(line.pricePerShare),
  };
}

function lineContent(line: FiledLine, isForm3: boolean): Content {
  const hasAfter = !isForm3 || line.table === 'NON_DERIVATIVE';
  return {
    table: line.table,
    title: letters(line.securityTitle),
    ownership: line.ownership,
    nature: letters(line.nature ?? ''),
    after: hasAfter ? cents(line.sharesAfter ?? line.valueAfter) : null,
    price: cents(line.conversionOrExercisePrice),
    exercisable: line.exercisableOn,
    expires: line.expiresOn,
    underlying: letters(line.underlyingTitle ?? ''),
    underlyingAmount: cents(line.underlyingShares ?? line.underlyingValue),
  };
}

/** An amount as data sets have it: two decimals, halves away from zero. */
function cents(amount: Decimal | null): Decimal | null {
  return amount && round(amount, 2);
}

function letters(text: string): string {
  if (isAscii(text)) return text.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

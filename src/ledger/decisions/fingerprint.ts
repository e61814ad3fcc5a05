import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FiledLine, Filing } from '../../parser/index.ts';
import { foldName } from './identity.ts';
import { cleanTickers } from './tickers.ts';

/**
 * SHA-256, hex, of what every rendition of a filing shares: form, dates, names, boxes and lines; what
 * one rendition cannot know (CIKs, accession number, schema version, acceptance) stays out of it
 * (docs/domain.md §2).
 */
export function fingerprint(filing: Filing): string {
  const content = canonicalize({
    form: filing.form,
    period: filing.periodOfReport,
    original: filing.dateOfOriginalSubmission,
    issuer: [foldName(filing.issuer.name), cleanTickers(filing.issuer.tradingSymbol)],
    owners: filing.reportingOwners.map(({ name }) => foldName(name)).sort(),
    exit: filing.notSubjectToSection16,
    lines: filing.lines.map(lineContent),
    footnotes: filing.footnotes.map(({ text }) => letters(text)),
    remarks: letters(filing.remarks ?? ''),
    signed: filing.signatures.map(({ date }) => date ?? '').sort(),
  });
  return createHash('sha256')
    .update(content ?? '')
    .digest('hex');
}

function lineContent(line: FiledLine): Record<string, string | number | null> {
  const cells = {
    table: line.table,
    line: line.line,
    title: letters(line.securityTitle),
    ownership: line.ownership,
    nature: letters(line.nature ?? ''),
    after: line.sharesAfter ?? line.valueAfter,
    price: line.conversionOrExercisePrice,
    exercisable: line.exercisableOn,
    expires: line.expiresOn,
    underlying: letters(line.underlyingTitle ?? ''),
    underlyingAmount: line.underlyingShares ?? line.underlyingValue,
  };
  if (line.kind === 'holding') return cells;
  return {
    ...cells,
    date: line.transactionDate,
    deemed: line.deemedExecutionDate,
    code: line.code,
    acquiredDisposed: line.acquiredDisposed,
    amount: line.shares ?? line.totalValue,
    pricePerShare: line.pricePerShare,
  };
}

function letters(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

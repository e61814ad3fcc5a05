import type { AmendableLine } from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import type { Filing } from '../../../src/parser/index.ts';
import { foldNature, foldSecurityTitle } from '../../../src/rules/accounts/index.ts';
import { lineBalance } from '../../../src/rules/lines/line-balance.ts';

/** The lines of a filing as amendments are decided on them. */
export function amendableLines(filing: Pick<Filing, 'lines'>): AmendableLine[] {
  return filing.lines.map((line, index) => {
    const isTransaction = line.kind === 'transaction';
    const rest = [
      line.conversionOrExercisePrice,
      line.exercisableOn,
      line.expiresOn,
      line.underlyingTitle,
      line.underlyingShares,
      line.underlyingValue,
      isTransaction && line.totalValue,
      isTransaction && line.deemedExecutionDate,
      isTransaction && line.timeliness,
      isTransaction && line.equitySwapInvolved,
    ];
    return {
      position: BigInt(index + 2),
      table: line.table,
      line: line.line,
      securityClass: foldSecurityTitle(line.securityTitle),
      title: line.securityTitle,
      transactionDate: isTransaction ? line.transactionDate : null,
      code: isTransaction ? line.code : null,
      acquiredDisposed: isTransaction ? line.acquiredDisposed : null,
      ownership: line.ownership,
      nature: line.ownership === 'DIRECT' ? '' : foldNature(line.nature),
      shares: isTransaction ? line.shares : null,
      pricePerShare: isTransaction ? line.pricePerShare : null,
      amountAfter: lineBalance(line).amountAfter,
      rest: JSON.stringify(rest),
    };
  });
}

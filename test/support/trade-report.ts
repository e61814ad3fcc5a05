import type { TradeReport } from '../../src/ledger/decisions/duplicates/duplicate-report.ts';

/** A purchase by somebody who owns little, changed as given. */
export function report(of: Partial<TradeReport>): TradeReport {
  return {
    position: 1n,
    isTransaction: true,
    isAmendment: false,
    code: 'P',
    ownership: 'DIRECT',
    nature: null,
    holderNotes: [],
    termNotes: [],
    otherWords: '',
    exercisableOn: null,
    hasAmountAfter: true,
    owners: [9n],
    ownerNames: ['Nobody Nora'],
    isTenPercentOwner: false,
    isOffice: false,
    isHeldOn: false,
    ...of,
  };
}

/** A founder of an invented issuer. */
export const ANN = {
  owners: [21n],
  ownerNames: ['Doe Ann'],
  isTenPercentOwner: true,
  isOffice: true,
};

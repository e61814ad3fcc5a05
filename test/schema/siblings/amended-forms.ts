import { type FiledForm, type FiledRow, filedForm } from '../../support/filed-form.ts';

/** Who files. */
export const ANN = { cik: 1, name: 'Bellows Ann' };

/** A Form 4 of Ann's, signed on 5 March 2024. */
export const first = (rows: readonly FiledRow[], more: Partial<FiledForm> = {}, number = 1) =>
  filedForm({ number, signedOn: '2024-03-05', period: '2024-03-01', owners: [ANN], rows, ...more });
/** A 4/A of five days later that names its day. */
export const amends = (rows: readonly FiledRow[], more: Partial<FiledForm> = {}, number = 2) =>
  filedForm({
    number,
    form: '4/A',
    signedOn: '2024-03-10',
    period: '2024-03-01',
    amends: '2024-03-05',
    owners: [ANN],
    rows,
    ...more,
  });
/** A form that names no day that it amends. */
export const undated = (form: FiledForm) => {
  const { amends: _, ...rest } = form;
  return filedForm(rest);
};

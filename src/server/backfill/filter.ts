import { parseDocument } from '../../parser/index.ts';
import type { Cik, SourceDocument } from '../../values/index.ts';

/** The forms that can be asked for; each stands for its amendments too. */
export const FORMS = ['3', '4', '5'] as const;

/** Which filings are asked for; what is empty asks for all. */
export interface BackfillFilter {
  readonly forms: readonly (typeof FORMS)[number][];
  /** About one of these. */
  readonly issuers: readonly Cik[];
  /** By one of these, alone or with others. */
  readonly owners: readonly Cik[];
}

/** A filter as text, the same for the same filings; empty for one that asks for all. */
export function filterText({ forms, issuers, owners }: BackfillFilter): string {
  const part = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${name} ${[...values].sort().join(',')}`];
  const isEveryForm = FORMS.every((form) => forms.includes(form));
  return [
    ...part('form', isEveryForm ? [] : forms),
    ...part('issuer', issuers),
    ...part('owner', owners),
  ].join(' ');
}

/** Whether a form, amendment or not, is asked for: 4/A and FORM_4_A where 4 is. */
export function isFormWanted({ forms }: BackfillFilter, form: string): boolean {
  return forms.length === 0 || forms.some((one) => form.includes(one));
}

/**
 * Whether a document's filing is asked for. One that cannot be read is: it is rejected where all
 * see it.
 */
export function isWanted(filter: BackfillFilter, document: SourceDocument): boolean {
  if (filterText(filter) === '') return true;
  const result = parseDocument(document);
  if (!result.ok) return true;
  const { form, issuer, reportingOwners } = result.filing;
  return (
    isFormWanted(filter, form) &&
    isAmong(filter.issuers, [issuer.cik]) &&
    isAmong(
      filter.owners,
      reportingOwners.map(({ cik }) => cik),
    )
  );
}

function isAmong(wanted: readonly Cik[], ciks: readonly (Cik | null)[]): boolean {
  return wanted.length === 0 || ciks.some((cik) => cik !== null && wanted.includes(cik));
}

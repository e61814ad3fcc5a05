import type { Filing } from './filing.ts';
import type { Findings } from './findings.ts';
import { formNumber } from './form-type.ts';

/**
 * Warns where a filing has no line and does not say why it has none, and where it says that nothing
 * is owned and has lines all the same, which stand (docs/domain.md §1).
 */
export function warnOfStatements(
  { form, lines, notSubjectToSection16, noSecuritiesOwned }: Filing,
  path: string,
  findings: Findings,
): void {
  const isForm3 = formNumber(form) === '3';
  if (lines.length === 0) {
    const isSaid = isForm3 ? noSecuritiesOwned : notSubjectToSection16;
    if (isSaid) return;
    const box = isForm3
      ? 'no securities are owned'
      : 'the owner is no longer subject to Section 16';
    findings.warn('NO_LINES', path, `It has no line in either table and does not say that ${box}.`);
  } else if (noSecuritiesOwned) {
    const message = 'It says that no securities are owned and lists some: the lines are read.';
    findings.warn('CONTRADICTION', path, message);
  }
}

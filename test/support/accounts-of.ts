import { type AccountEntries, familyAccounts, type GroupLine } from '../../src/rules/index.ts';

/** The accounts of lines of one class alone, with their entries. */
export function accountsOf(lines: readonly GroupLine[]): readonly AccountEntries[] {
  return familyAccounts([{ securityClass: '', lines }]).accounts.get('') ?? [];
}

/** The accounts of the lines of several classes of one owner, by class. */
export function accountsByClass(
  classes: Readonly<Record<string, readonly GroupLine[]>>,
): Record<string, readonly AccountEntries[]> {
  const listed = Object.entries(classes).map(([securityClass, lines]) => ({
    securityClass,
    lines,
  }));
  return Object.fromEntries(familyAccounts(listed).accounts);
}

/**
 * Whether two titles can be of one class: of one kind, on one side, and not of two classes or
 * series by name (docs/domain.md §5).
 */
export function canRetitle(one: string, other: string): boolean {
  if (kindOf(one) !== kindOf(other)) return false;
  if (SIDES.some((side) => side.test(one) !== side.test(other))) return false;
  const letters = [one, other].map(
    (title) => /\b(?:CLASS|SERIES) ([A-Z0-9]{1,3})\b/.exec(title)?.[1],
  );
  return letters.includes(undefined) || letters[0] === letters[1];
}

/** Whether a title names shares and no right to them. */
export function namesShares(title: string): boolean {
  return kindOf(title) < 0;
}

/** What a title says the security is, from the narrowest; shares where it says none of these. */
const KINDS = [
  /\b(?:UNIT|[RPD]SU)S?\b|\bPHANTOM\b/,
  /\b(?:RESTRICTED|UNVESTED|PERFORMANCE|DEFERRED|AWARD)S?\b/,
  /\b(?:PREFERRED|PREFERENCE|PREF)\b/,
  /\b[AG]D[RS]S?\b|\bDEPOSITARY\b/,
  /\b(?:NOTE|BOND|DEBENTURE|LOAN|DEBT)S?\b/,
  /OPTION|\b(?:WARRANT|RIGHT|SWAP|FORWARD|PUT|CALL|FUTURE)S?\b/,
];

/** What both titles must say, or neither. */
const SIDES = [
  /\bNON ?VOTING\b/,
  /\b(?:PERFORMANCE|PSU)S?\b/,
  /\bPHANTOM\b/,
  /\b(?:DEFERRED|DSU)S?\b/,
  /\bPUTS?\b/,
  /\bCALLS?\b/,
  /\bOBLIGATION\b/,
  /\bWARRANTS?\b/,
];

function kindOf(title: string): number {
  return KINDS.findIndex((kind) => kind.test(title));
}

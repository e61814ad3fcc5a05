import type { HeldOfIssuerFragment } from '../graphql/index.ts';

/** What somebody holds of one security: direct and indirect apart, never added up. */
export interface HeldOfSecurity {
  /** The same for the same security, whoever holds it. */
  readonly key: string;
  readonly security: HeldOfIssuerFragment['security'];
  readonly direct: readonly HeldOfIssuerFragment[];
  readonly indirect: readonly HeldOfIssuerFragment[];
}

/** Puts holdings of one class, terms and unit together, in the order in which each is met first. */
export function bySecurity(holdings: readonly HeldOfIssuerFragment[]): HeldOfSecurity[] {
  const groups = new Map<string, HeldOfIssuerFragment[]>();
  for (const holding of holdings) {
    const key = keyOf(holding);
    groups.set(key, [...(groups.get(key) ?? []), holding]);
  }
  return [...groups].flatMap(([key, group]) =>
    group[0] === undefined
      ? []
      : [
          {
            key,
            security: group[0].security,
            direct: group.filter(({ ownership }) => ownership === 'DIRECT'),
            indirect: group.filter(({ ownership }) => ownership === 'INDIRECT'),
          },
        ],
  );
}

function keyOf({ security, unit }: HeldOfIssuerFragment): string {
  const { table, conversionOrExercisePrice, expiresOn } = security;
  return JSON.stringify([table, security.class, conversionOrExercisePrice, expiresOn, unit]);
}

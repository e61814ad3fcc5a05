import type { HeldOfIssuerFragment } from '../graphql/index.ts';
import { folded } from '../lines/index.ts';
import { sumOf } from '../ui/index.ts';

/** What is held of one class: direct and indirect, each summed over accounts. */
export interface HeldOfClass {
  readonly title: string;
  readonly direct: string;
  readonly indirect: string;
}

/** What somebody holds of an issuer, in one line. */
export interface Held {
  /** Classes of Table I, what most is held of first. */
  readonly classes: readonly HeldOfClass[];
  /** Lines of Table II, as they are folded: "42 option grants, 244,250"; null without any. */
  readonly derivatives: string | null;
  /** The day of the latest line; null without any. */
  readonly lastOn: string | null;
  /** How much of the first class, for an order of lines alone. */
  readonly most: number;
}

/** Puts somebody's holdings of an issuer into one line; only shares of one class are added up. */
export function held(holdings: readonly HeldOfIssuerFragment[]): Held {
  const shares = holdings.filter(
    ({ security, unit }) => security.table === 'NON_DERIVATIVE' && unit === 'SHARES',
  );
  const names = [...new Set(shares.map(({ security }) => security.class))];
  const classes = names
    .map((name) => {
      const of = shares.filter(({ security }) => security.class === name);
      const sum = (ownership: 'DIRECT' | 'INDIRECT') =>
        sumOf(of.filter((one) => one.ownership === ownership).map(({ amount }) => amount));
      return {
        title: of[0]?.security.title ?? name,
        direct: sum('DIRECT'),
        indirect: sum('INDIRECT'),
      };
    })
    .sort((one, other) => size(other) - size(one));
  const days = holdings.map(({ effectiveOn }) => effectiveOn).sort();
  return {
    classes,
    derivatives: folded(holdings.filter(({ security }) => security.table === 'DERIVATIVE')),
    lastOn: days.at(-1) ?? null,
    most: classes[0] === undefined ? 0 : size(classes[0]),
  };
}

function size({ direct, indirect }: HeldOfClass): number {
  return Number(direct) + Number(indirect);
}

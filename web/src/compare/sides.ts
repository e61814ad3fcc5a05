import { addDays, endOfDay, today } from '../times/index.ts';
import { dayWords } from '../ui/index.ts';

/** One of the two points of both times that are compared. */
export interface Side {
  /** What was true on this day. */
  readonly asOf: string;
  /** What was known at the end of this day in New York; null: now. */
  readonly knownOn: string | null;
}

/** The two that are compared: the one before, and the one after. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** What an address says of the two. */
export interface SidesAddress {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly fromAsOf?: string | undefined;
  readonly fromKnownAt?: string | undefined;
}

const YEAR = 365;
const WEEK = 7;

/** Which two to compare, by what one wants to know; of all people and issuers of one day alone. */
export type Preset = 'year' | 'week' | 'filing' | 'corrections';

/**
 * The two that a preset stands for.
 *
 * @param latest The day on which the latest filing in question became known.
 */
export function presetSides(preset: Preset, { asOf, knownOn }: Side, latest: string): Sides {
  const until = latest < asOf ? latest : asOf;
  switch (preset) {
    case 'year':
      return {
        before: { asOf: addDays(until, -YEAR), knownOn },
        after: { asOf, knownOn },
      };
    case 'week':
      return {
        before: { asOf, knownOn: addDays(latest, -WEEK) },
        after: { asOf, knownOn },
      };
    case 'filing':
      return {
        before: { asOf: latest, knownOn: addDays(latest, -1) },
        after: { asOf: latest, knownOn: latest },
      };
    case 'corrections':
      return {
        before: { asOf: until, knownOn: until },
        after: { asOf: until, knownOn: null },
      };
  }
}

/** The two that an address says; those of a preset where it says none before. */
export function sidesOf(address: SidesAddress, preset: Preset, latest: string): Sides {
  const after = { asOf: address.asOf ?? today(), knownOn: address.knownAt ?? null };
  if (address.fromAsOf === undefined && address.fromKnownAt === undefined) {
    return presetSides(preset, after, latest);
  }
  return {
    before: { asOf: address.fromAsOf ?? after.asOf, knownOn: address.fromKnownAt ?? null },
    after,
  };
}

/** What an address says so that it brings back these two. */
export function addressOf({ before, after }: Sides): SidesAddress {
  return {
    asOf: after.asOf,
    knownAt: after.knownOn ?? undefined,
    fromAsOf: before.asOf,
    fromKnownAt: before.knownOn ?? undefined,
  };
}

/** The two as a question's variables. */
export function variablesOf({ before, after }: Sides) {
  return {
    asOf: after.asOf,
    knownAt: after.knownOn === null ? null : endOfDay(after.knownOn),
    sinceAsOf: before.asOf,
    since: endOfDay(before.knownOn ?? today()),
  };
}

/** A point of both times, in the words of every view. */
export function sideWords({ asOf, knownOn }: Side): string {
  return `${dayWords(asOf)}, as known ${knownOn === null ? 'now' : `on ${dayWords(knownOn)}`}`;
}

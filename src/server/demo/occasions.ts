import type { Casting } from './cast.ts';
import { monthOfYear } from './days.ts';
import type { Random } from './random.ts';

/** What a filing is about. */
export type Occasion = 'grant' | 'vesting' | 'exercise' | 'purchase' | 'sale' | 'gift';

/** What makes an occasion likely. */
export interface Situation {
  readonly month: number;
  readonly kind: Casting['kind'];
  /** Whether the price has fallen. */
  readonly isLow: boolean;
}

/** What an insider does in a month; null where nothing. */
export function occasionIn(random: Random, { month, kind, isLow }: Situation): Occasion | null {
  const ofYear = monthOfYear(month);
  if (kind === 'fund') return random.chance(90) ? random.pick(['purchase', 'sale']) : null;
  if (kind === 'director') {
    if (ofYear === 5) return 'grant';
  } else {
    if (ofYear === 2) return 'grant';
    if (ofYear === 3) return 'vesting';
    if (random.chance(40)) return 'exercise';
  }
  if (random.chance(isLow ? 130 : 15)) return 'purchase';
  if (random.chance(25)) return 'sale';
  return random.chance(8) ? 'gift' : null;
}

import { priceText } from '../ui/index.ts';

/** What a line says of its security. */
export interface Described {
  readonly title: string;
  readonly conversionOrExercisePrice: string | null;
  readonly expiresOn: string | null;
}

/** A security's title as filed, with the terms that tell two options apart. */
export function securityName({ title, conversionOrExercisePrice, expiresOn }: Described): string {
  const price =
    conversionOrExercisePrice === null || conversionOrExercisePrice === '0'
      ? []
      : [`at ${priceText(conversionOrExercisePrice)}`];
  const until = expiresOn === null ? [] : [`until ${expiresOn}`];
  return [title, ...price, ...until].join(' ');
}

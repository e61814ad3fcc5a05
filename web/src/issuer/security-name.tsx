import type { HeldOfIssuerFragment } from '../graphql/index.ts';
import { Day, Money } from '../ui/index.ts';

/** A security's title as filed last, and what tells two options apart. */
export function SecurityName({ of }: { readonly of: HeldOfIssuerFragment['security'] }) {
  return (
    <span title={of.class}>
      {of.title}
      {of.conversionOrExercisePrice !== null && of.conversionOrExercisePrice !== '0' && (
        <>
          {' at '}
          <Money of={of.conversionOrExercisePrice} as="price" />
        </>
      )}
      {of.expiresOn !== null && (
        <>
          {' until '}
          <Day of={of.expiresOn} />
        </>
      )}
    </span>
  );
}

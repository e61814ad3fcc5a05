import { Day, MeaningOf, Money } from '../ui/index.ts';
import styles from './person.module.css';
import type { Line } from './use-holdings.ts';

/** What is held: its title, and the terms of a derivative. */
export function HeldSecurity({ security }: { readonly security: Line['security'] }) {
  const { title, table, conversionOrExercisePrice: price, exercisableOn, expiresOn } = security;
  const isDerivative = table === 'DERIVATIVE';
  return (
    <>
      {title}{' '}
      <span className={styles.quiet}>
        <MeaningOf type="SecurityTable" value={table}>
          {isDerivative ? 'Table II' : 'Table I'}
        </MeaningOf>
        {isDerivative && (
          <>
            {price !== null && (
              <>
                , at <Money of={price} as="price" />
              </>
            )}
            {exercisableOn !== null && (
              <>
                , from <Day of={exercisableOn} />
              </>
            )}
            {expiresOn !== null && (
              <>
                , expires <Day of={expiresOn} />
              </>
            )}
            {security.underlyingTitle !== null && `, on ${security.underlyingTitle}`}
          </>
        )}
      </span>
    </>
  );
}

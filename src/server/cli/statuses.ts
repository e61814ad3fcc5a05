import type { HoldingStatus } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';

const STATUSES: readonly HoldingStatus[] = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'];

/**
 * The statuses that --status names; current and carried where it is left out (docs/domain.md §5).
 */
export function readStatuses(given: readonly string[] | undefined): readonly HoldingStatus[] {
  if (given === undefined) return ['CURRENT', 'CARRIED'];
  return given
    .flatMap((text) => text.split(','))
    .map((word) => {
      const status = STATUSES.find((known) => known === word.trim().toUpperCase());
      if (status !== undefined) return status;
      throw new Anomaly(
        'Incorrect',
        `--status: ${JSON.stringify(word)} is not one of ${STATUSES.join(', ').toLowerCase()}.`,
      );
    });
}

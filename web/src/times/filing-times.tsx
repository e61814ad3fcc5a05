import type { FormType } from '../graphql/index.ts';
import { dayOf, formName } from '../ui/index.ts';
import { axisStart } from './axis-start.ts';
import { TwoTimes } from './two-times.tsx';
import { useTimes } from './use-times.ts';

interface MarkedFiling {
  readonly id: string;
  readonly form: FormType;
  readonly knownAt: string;
  readonly periodOfReport: string | null;
}

/**
 * The two times of the view, on an axis that begins a little before some filings and has them
 * marked on it.
 */
export function FilingTimes({ filings }: { readonly filings: readonly MarkedFiling[] }) {
  const { times, change } = useTimes();
  // A joint filing is reported by each of its owners.
  const marked = [...new Map(filings.map((filing) => [filing.id, filing])).values()].map(
    ({ id, form, knownAt, periodOfReport }) => ({
      key: id,
      form,
      day: dayOf(knownAt),
      periodOfReport,
      effectiveOn: periodOfReport,
      label: formName(form),
    }),
  );
  return <TwoTimes times={times} change={change} from={axisStart(marked)} marks={marked} />;
}

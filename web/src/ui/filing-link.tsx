import { Link } from '@tanstack/react-router';
import type { FormType } from '../graphql/index.ts';
import { sameTimes } from './entity-links.tsx';
import { formName } from './form-name.ts';
import { meaningOf } from './meaning-of.tsx';

interface FilingLinkProps {
  readonly filing: {
    readonly id: string;
    readonly form: FormType;
    readonly accessionNumber: string | null;
  };
}

/** A filing's form, leading to the view of the filing. */
export function FilingLink({ filing: { id, form, accessionNumber } }: FilingLinkProps) {
  return (
    <Link
      to="/filing/$number"
      params={{ number: accessionNumber ?? id }}
      search={sameTimes}
      title={meaningOf('FormType', form)}
    >
      {formName(form)}
    </Link>
  );
}

import type { FormType } from '../graphql/index.ts';
import { formName } from './form-name.ts';
import { meaningOf } from './meaning-of.tsx';

interface FilingLinkProps {
  readonly filing: { readonly form: FormType; readonly url: string | null };
}

/** A filing's form, leading to EDGAR where it is known to be there. */
export function FilingLink({ filing: { form, url } }: FilingLinkProps) {
  const name = formName(form);
  const meaning = meaningOf('FormType', form);
  if (url === null) return <abbr title={meaning}>{name}</abbr>;
  return (
    <a href={url} rel="noreferrer" title={`${meaning} On EDGAR.`}>
      {name}
      <span className="unseen"> on EDGAR</span>
    </a>
  );
}

import type { FormType } from '../graphql/index.ts';
import { formName } from './form-name.ts';

/** The filing that says so, on EDGAR where it has a place there. */
export function SourceLink({
  filing: { form, url },
}: {
  readonly filing: { readonly form: FormType; readonly url: string | null };
}) {
  if (url === null) return <span>{formName(form)}</span>;
  return (
    <a href={url} rel="noreferrer">
      {formName(form)}
      <span className="unseen"> on EDGAR</span>
    </a>
  );
}

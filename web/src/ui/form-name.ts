import type { FormType } from '../graphql/index.ts';

/** A form as people write it: "Form 4/A". */
export function formName(form: FormType): string {
  return form.replace('FORM_', 'Form ').replace('_A', '/A');
}

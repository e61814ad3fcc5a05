import type { FormType } from './filing.ts';

const FORMS: Readonly<Record<string, FormType>> = {
  '3': 'FORM_3',
  '3/A': 'FORM_3_A',
  '4': 'FORM_4',
  '4/A': 'FORM_4_A',
  '5': 'FORM_5',
  '5/A': 'FORM_5_A',
};

/** The form that "4", "4/A" or "FORM 4/A" names; null for any other (docs/domain.md §1). */
export function formType(text: string): FormType | null {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/^FORM\s*/, '')
    .replace(/\s+/g, '');
  return Object.hasOwn(FORMS, name) ? (FORMS[name] ?? null) : null;
}

/**
 * The number of a form, an amendment's too: 3, 4 or 5.
 *
 * @example formNumber('FORM_4_A') // '4'
 */
export function formNumber(form: FormType): '3' | '4' | '5' {
  return NUMBERS[form];
}

const NUMBERS = {
  FORM_3: '3',
  FORM_3_A: '3',
  FORM_4: '4',
  FORM_4_A: '4',
  FORM_5: '5',
  FORM_5_A: '5',
} as const satisfies Record<FormType, string>;

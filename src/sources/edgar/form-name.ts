import type { IndexedForm } from './indexes/index.ts';

/** Forms as EDGAR names them: capitals, digits and a few signs. */
const OF_EDGAR = /^(?=.*[A-Z\d])[A-Z\d][A-Z\d ./&-]{0,19}$/;

/**
 * The form that a list names, in whatever spelling: "4", "Form 4", "4 / A". "other" for a form that
 * is not of Section 16; null for a text that names no form.
 */
export function formOf(text: string): IndexedForm | 'other' | null {
  const trimmed = text.trim();
  const name = trimmed
    .toUpperCase()
    .replace(/^FORM(?:\s*TYPE)?[\s:]*/, '')
    .replace(/\s*\/\s*/g, '/');
  if (/^[345](?:\/A)?$/.test(name)) return name as IndexedForm;
  return OF_EDGAR.test(trimmed) ? 'other' : null;
}

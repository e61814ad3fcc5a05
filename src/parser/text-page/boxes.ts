/**
 * A box as a page can show it, with what follows; checked ones in the ways that converters print.
 */
const BOX = String.raw`(<input\b[^<>]{0,200}>|\\?\[\s?[xX]?\s?\\?\]|[☐☑☒✓✔]|(?<![A-Za-z])[xX](?![A-Za-z]))\s{0,4}(?:\|\s{0,4})?`;
/** A cross that a converter ran into the label beside it: "XDirector", "10% OwnerXOfficer". */
const RUN_IN = '(?<![A-Z])X';

/** Whether the box before a label is checked; null where the label is not on the page. */
export function isChecked(text: string, label: RegExp): boolean | null {
  if (!label.test(text)) return null;
  const box = new RegExp(`${BOX}(?:-\\s)?(?:${label.source})`, 'i').exec(text)?.[1];
  if (box === undefined) return new RegExp(`${RUN_IN}(?:${label.source})`).test(text);
  return box.startsWith('<') ? /\bchecked\b/i.test(box) : /[xX☑☒✓✔]/.test(box);
}

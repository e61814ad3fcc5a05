/**
 * The canonical JSON of a value (RFC 8785): keys in the order of their UTF-16 code units, nothing
 * between tokens, strings and numbers as JSON.stringify writes them, which is what the RFC asks
 * for. For values made of what JSON has; members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return listed(value);
  const object = value as Record<string, unknown>;
  let text = '';
  for (const key of inOrder(Object.keys(object))) {
    const member = object[key];
    if (member === undefined) continue;
    text += `${text === '' ? '{' : ','}${quoted(key)}:${canonicalJson(member)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function listed(items: readonly unknown[]): string {
  let text = '[';
  for (const [index, item] of items.entries()) {
    text += index === 0 ? canonicalJson(item) : `,${canonicalJson(item)}`;
  }
  return `${text}]`;
}

/** What JSON writes as it is: no quotes, backslashes, controls, nor halves of surrogate pairs. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return text.length < 64 && PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function inOrder(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index += 1) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  }
  return keys;
}

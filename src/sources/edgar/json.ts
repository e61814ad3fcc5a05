/**
 * The value of a JSON text in UTF-8, with or without a byte order mark; undefined where it is none.
 */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

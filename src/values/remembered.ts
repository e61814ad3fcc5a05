const TEXTS_AT_MOST = 5_000;

/**
 * A pure function of a text that remembers what it gave: for texts of which a few come again and
 * again. Longer ones are worked out each time, and all are forgotten when they are many, so that it
 * holds a bounded memory.
 */
export function remembered<Value>(
  work: (text: string) => Value,
  longest: number,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = work(text);
    if (text.length > longest) return value;
    if (known.size >= TEXTS_AT_MOST) known.clear();
    known.set(text, value);
    return value;
  };
}

type Exec = (this: RegExp, text: string) => RegExpExecArray | null;

/**
 * How many characters patterns go over while a piece of work is done: what they are asked to look
 * at, up to the end of what they find. Unlike time it is the same on every machine, and grows with
 * the work.
 */
export function charactersRead(work: () => void): number {
  const own = Reflect.get(RegExp.prototype, 'exec') as Exec;
  let characters = 0;
  RegExp.prototype.exec = function exec(this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = own.call(this, text);
    if (found !== null) characters += found.index + found[0].length - from;
    else if (!this.sticky) characters += Math.max(text.length - from, 0);
    return found;
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = own;
  }
  return characters;
}

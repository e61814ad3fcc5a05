/** Longer than any line of an index; what goes beyond it is cut off, and the line is a bad one. */
const LONGEST_LINE = 10_000;

/** The lines of a text as it comes in, one character a byte, without their ends. */
export async function* latin1Lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of bytes) {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    yield lines.map(withoutEnd);
  }
  if (rest !== '') yield [withoutEnd(rest)];
}

function withoutEnd(line: string): string {
  return line.slice(0, LONGEST_LINE).trimEnd();
}

/** What text is whose bytes were taken for characters: UTF-8 where it can be, else latin1. */
export function decodeLatin1(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

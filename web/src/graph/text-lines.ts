let context: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in the page's own letters, in pixels. */
function widthOf(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * 9;
  context.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
}

/**
 * How many lines a text takes in so much room, broken between words, or within one that is wider.
 *
 * @param font Its weight and size: '600 14px'.
 */
export function linesOf(text: string, font: string, room: number): number {
  let lines = 1;
  let used = 0;
  const space = widthOf(' ', font);
  for (const word of text.split(/\s+/)) {
    const width = widthOf(word, font);
    if (used > 0 && used + space + width > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(width / room) - 1);
    used += (used > 0 ? space : 0) + (width % room);
  }
  return lines;
}

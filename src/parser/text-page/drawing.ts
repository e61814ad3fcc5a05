/** How a table is drawn: with the lines of U+2500 to U+257F, or with plus, minus and pipe. */
export interface Drawing {
  /** The whole line is the upper edge of a table. */
  readonly top: RegExp;
  /** The whole line is its lower edge. */
  readonly bottom: RegExp;
  isUpright(character: string): boolean;
  isLevel(character: string): boolean;
  isJoint(character: string): boolean;
}

const LEVEL = '─━═╌╍┄┅┈┉╴╶╸╺';
const UPRIGHT = '│┃║╎╏┆┇┊┋';

const inSet = (characters: string) => {
  const set = new Set(characters);
  return (character: string) => set.has(character);
};

const isLine = (character: string) => character >= '─' && character <= '╿';
const isUprightLine = inSet(UPRIGHT);
const isLevelLine = inSet(LEVEL);

const LINES: Drawing = {
  top: /^\s*[┌┍┎┏╒╓╔╭][─━═╌╍┄┅┈┉┬┭┮┯┰┱┲┳╤╥╦]+[┐┑┒┓╕╖╗╮]\s*$/,
  bottom: /^\s*[└┕┖┗╘╙╚╰][─━═╌╍┄┅┈┉┴┵┶┷┸┹┺┻╧╨╩]+[┘┙┚┛╛╜╝╯]\s*$/,
  isUpright: isUprightLine,
  isLevel: isLevelLine,
  isJoint: (character) => isLine(character) && !isUprightLine(character) && !isLevelLine(character),
};

const EDGE = /^\s*\+(?:[-=]+\+)+\s*$/;

const SIGNS: Drawing = {
  top: EDGE,
  bottom: EDGE,
  isUpright: (character) => character === '|',
  isLevel: (character) => character === '-' || character === '=',
  isJoint: (character) => character === '+',
};

/** The drawing whose upper edge a line is; null where it is none. */
export function drawingOf(line: string): Drawing | null {
  if (LINES.top.test(line)) return LINES;
  return SIGNS.top.test(line) ? SIGNS : null;
}

/** What is left of drawn boxes around single marks, which stand beside what they tick. */
export const LOOSE_LINES = /[─-╿]/g;

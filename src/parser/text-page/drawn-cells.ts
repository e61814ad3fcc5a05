import type { Drawing } from './drawing.ts';
import { holdsRelationship } from './relationship-box.ts';

/** A cell of a drawn table: its place in the drawing, and the lines of its words. */
export interface DrawnCell {
  readonly left: number;
  readonly top: number;
  readonly lines: readonly string[];
}

/** A part of a drawing: rows and columns from the first up to, and without, the last. */
interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** No form's cells lie deeper within one another. */
const DEPTH_AT_MOST = 8;
/** From this height on, an upright line needs neither a joint at its end nor blanks to be one. */
const SURE_HEIGHT = 3;

/**
 * The cells between a table's edges, in rows of the drawing: a group for each row that a line
 * across the whole table ends. A region is cut at its upright lines, else at its level ones, until
 * neither is left.
 */
export function drawnCells(lines: readonly string[], drawing: Drawing): DrawnCell[][] {
  const edge = lines[0] ?? '';
  const left = edge.search(/\S/) + 1;
  const right = edge.trimEnd().length - 1;
  const whole = { top: 1, bottom: lines.length - 1, left, right };
  return levels(lines, whole, drawing).map((group) => {
    const cells: DrawnCell[] = [];
    cut(lines, group, { drawing, depth: 0 }, cells);
    return cells;
  });
}

interface Cutting {
  readonly drawing: Drawing;
  readonly depth: number;
}

function cut(
  lines: readonly string[],
  region: Region,
  { drawing, depth }: Cutting,
  cells: DrawnCell[],
): void {
  const ways = depth < DEPTH_AT_MOST ? [uprights, levels, brokenUprights] : [];
  for (const way of ways) {
    const parts = way(lines, region, drawing);
    if (parts.length < 2) continue;
    // A box drawn within the relationship box stands where its labels do.
    const isWhole = holdsRelationship(wordsOf(lines, region));
    if (isWhole && !parts.some((part) => holdsRelationship(wordsOf(lines, part)))) continue;
    for (const part of parts) cut(lines, part, { drawing, depth: depth + 1 }, cells);
    return;
  }
  cells.push({ left: region.left, top: region.top, lines: wordsOf(lines, region) });
}

function wordsOf(lines: readonly string[], { top, bottom, left, right }: Region): string[] {
  return lines.slice(top, bottom).map((line) => line.slice(left, right));
}

/** The regions beside one another between upright lines that go through a region's whole height. */
function uprights(lines: readonly string[], region: Region, drawing: Drawing): Region[] {
  return besides(lines, region, drawing, 0);
}

/** The same, where a line has gaps: elinks leaves some between cells of the form's boxes. */
function brokenUprights(lines: readonly string[], region: Region, drawing: Drawing): Region[] {
  const height = region.bottom - region.top;
  return height < 2 * SURE_HEIGHT ? [] : besides(lines, region, drawing, Math.floor(height / 4));
}

function besides(
  lines: readonly string[],
  region: Region,
  drawing: Drawing,
  gapsAtMost: number,
): Region[] {
  const { top, bottom, left, right } = region;
  const isSure = bottom - top >= SURE_HEIGHT;
  const isEnd = (character: string) => drawing.isJoint(character) || drawing.isUpright(character);
  const parts: Region[] = [];
  let from = left;
  for (let column = left; column < right; column += 1) {
    let hasUpright = false;
    let gaps = 0;
    for (let row = top; row < bottom && gaps <= gapsAtMost; row += 1) {
      const character = lines[row]?.[column] ?? ' ';
      if (drawing.isUpright(character)) hasUpright = true;
      else if (!drawing.isJoint(character)) {
        gaps = character === ' ' ? gaps + 1 : Number.POSITIVE_INFINITY;
      }
    }
    if (gaps > gapsAtMost || !hasUpright) continue;
    const ends = [lines[top - 1]?.[column], lines[bottom]?.[column]];
    const hasEnd = ends.some((character) => character !== undefined && isEnd(character));
    if (!isSure && !hasEnd && !isBetweenBlanks(lines, region, column)) continue;
    parts.push({ top, bottom, left: from, right: column });
    from = column + 1;
  }
  parts.push({ top, bottom, left: from, right });
  return parts;
}

/** Whether a line of pipes has blanks on both sides, as links draws one that no joint ends. */
function isBetweenBlanks(
  lines: readonly string[],
  { top, bottom }: Region,
  column: number,
): boolean {
  return lines
    .slice(top, bottom)
    .every((line) => line[column - 1] === ' ' && line[column + 1] === ' ');
}

/** The regions above one another between level lines that go through a region's whole width. */
function levels(lines: readonly string[], region: Region, drawing: Drawing): Region[] {
  const { top, bottom, left, right } = region;
  const parts: Region[] = [];
  let from = top;
  for (let row = top + 1; row < bottom - 1; row += 1) {
    if (row === from || !isLevelThrough(lines[row] ?? '', left, right, drawing)) continue;
    parts.push({ top: from, bottom: row, left, right });
    from = row + 1;
  }
  parts.push({ top: from, bottom, left, right });
  return parts;
}

function isLevelThrough(line: string, left: number, right: number, drawing: Drawing): boolean {
  let hasLevel = false;
  for (let column = left; column < right; column += 1) {
    const character = line[column] ?? ' ';
    if (drawing.isLevel(character)) hasLevel = true;
    else if (!drawing.isJoint(character) && !drawing.isUpright(character)) return false;
  }
  return hasLevel && right > left;
}

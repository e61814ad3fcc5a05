import { type FilingSketch, isDerivative, type LineSketch } from './sketch.ts';

/** A line in force, and its number in its table as printed. */
export interface Numbered {
  readonly line: LineSketch;
  readonly number: number;
}

export interface NaiveMatch {
  readonly line: LineSketch;
  readonly by: LineSketch;
}

/** Two lines that fit, and how well. */
interface Fit extends NaiveMatch {
  readonly from: Numbered;
  readonly to: Numbered;
  readonly cost: number;
  readonly isInDoubt: boolean;
  readonly isInPlace: boolean;
}

const isOption = ({ account }: LineSketch) => isDerivative(account);
const size = (line: LineSketch) => Math.abs(line.change ?? line.after);
const begin = (line: LineSketch) => (line.change === null ? null : line.after - line.change);
const keysOf = (l: LineSketch) => [l.account, l.title, l.on, l.code, Math.sign(l.change ?? 0)];
const text = (line: LineSketch) =>
  JSON.stringify([...keysOf(line), size(line), line.after, line.price]);

/** The lines of a filing, numbered within their tables. */
export function numbered({ lines }: Pick<FilingSketch, 'lines'>): Numbered[] {
  return lines.map((line, index) => {
    const before = lines.slice(0, index).filter((other) => isOption(other) === isOption(line));
    return { line, number: before.length + 1 };
  });
}

/** §6, in how many cells two lines differ; null where they do not fit. */
function costOf({ line, number }: Numbered, by: Numbered, isCounted: boolean): number | null {
  if (isOption(line) !== isOption(by.line)) return null;
  const keys = keysOf(line).filter((key, index) => key !== keysOf(by.line)[index]).length;
  const isEqual =
    line.after === by.line.after &&
    (line.change !== null) === (by.line.change !== null) &&
    (line.change === null || size(line) === size(by.line));
  if (keys > 2 || (keys > 0 && !isEqual) || (keys > 1 && !(isCounted && number === by.number))) {
    return null;
  }
  const moved = line.change !== null && size(line) !== size(by.line);
  const ended = line.after !== by.line.after;
  const isCoherent = moved && ended && begin(line) === begin(by.line);
  // Of an option the underlying shares are reported too.
  const others = [
    moved && !isCoherent,
    ended,
    line.price !== by.line.price,
    isOption(line) && size(line) !== size(by.line),
  ];
  return keys + others.filter(Boolean).length;
}

/** §6, whether a line is an added trade, or may be one. */
function tradeOf(line: LineSketch, by: LineSketch, standing: readonly Numbered[], number: number) {
  const start = begin(by);
  if (start === null || by.on === null) return 'none';
  const ends = standing.filter(
    (other) =>
      other.line.account === by.account &&
      other.line.title === by.title &&
      other.line.on !== null &&
      other.line.after === start,
  );
  if (start === begin(line)) {
    const isLater = by.on > (line.on ?? '');
    const follows = (other: Numbered) =>
      (other.line.on ?? '') <= (by.on ?? '') &&
      (other.line.on === line.on ? other.number > number : (other.line.on ?? '') > (line.on ?? ''));
    return isLater && ends.some(follows) ? 'doubt' : 'none';
  }
  if (ends.length === 0 || Math.sign(line.change ?? 0) !== Math.sign(by.change ?? 0)) return 'none';
  return size(line) === size(by) && line.price === by.price ? 'doubt' : 'added';
}

const better = (a: Fit, b: Fit) =>
  a.cost - b.cost ||
  Number(a.isInDoubt) - Number(b.isInDoubt) ||
  Number(b.isInPlace) - Number(a.isInPlace);

/**
 * §6: which lines of an amendment supersede which lines in force, which are in doubt, and at what
 * cost.
 */
export function naiveMatches(standing: readonly Numbered[], amending: readonly Numbered[]) {
  const fits: Fit[] = [];
  for (const to of amending) {
    const ofTable = (list: readonly Numbered[]) =>
      list.filter((one) => isOption(one.line) === isOption(to.line));
    const isCounted = ofTable(standing).length === ofTable(amending).length;
    const isRestated = amending.some(
      (other) =>
        other !== to &&
        isOption(other.line) === isOption(to.line) &&
        standing.some((s) => s.number === other.number && text(s.line) === text(other.line)),
    );
    for (const from of standing) {
      const cost = costOf(from, to, isCounted);
      if (cost === null) continue;
      const isInPlace = isCounted && from.number === to.number;
      const trade =
        cost === 0 || (isInPlace && isRestated)
          ? 'none'
          : tradeOf(from.line, to.line, standing, from.number);
      if (trade === 'added') continue;
      const both = { line: from.line, by: to.line, from, to };
      fits.push({ ...both, cost, isInDoubt: trade === 'doubt', isInPlace });
    }
  }
  const apart = ({ from, to }: Fit) => Math.abs(from.number - to.number);
  fits.sort(
    (a, b) =>
      better(a, b) ||
      apart(a) - apart(b) ||
      a.to.number - b.to.number ||
      a.from.number - b.from.number,
  );
  const chosen: Fit[] = [];
  for (const fit of fits) {
    if (!chosen.some(({ from, to }) => from === fit.from || to === fit.to)) chosen.push(fit);
  }
  const isStanding = (fit: Fit) => !chosen.some(({ from }) => from === fit.from);
  const isUnsure = (fit: Fit) =>
    fit.isInDoubt ||
    fits.some(
      (other) =>
        other.to === fit.to &&
        better(other, fit) === 0 &&
        isStanding(other) &&
        text(other.line) !== text(fit.line),
    );
  const unsure = chosen.filter(isUnsure);
  const cost =
    chosen.reduce((sum, fit) => sum + fit.cost, unsure.length) +
    10 * (amending.length - chosen.length);
  return { matches: chosen.filter((fit) => !unsure.includes(fit)), unsure, cost };
}

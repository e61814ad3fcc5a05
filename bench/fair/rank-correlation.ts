/** Spearman's: how alike two lists are ordered, from -1 to 1. Equal figures share their rank. */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  return correlation(ranksOf(one), ranksOf(other));
}

function ranksOf(figures: readonly number[]): number[] {
  return figures.map((figure) => {
    const below = figures.filter((each) => each < figure).length;
    const equal = figures.filter((each) => each === figure).length;
    return below + (equal + 1) / 2;
  });
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [mean(one), mean(other)];
  const sum = (term: (index: number) => number) =>
    one.reduce((total, _, index) => total + term(index), 0);
  const apart = (list: readonly number[], middle: number, index: number) =>
    (list[index] ?? 0) - middle;
  const together = sum((index) => apart(one, a, index) * apart(other, b, index));
  const alone =
    sum((index) => apart(one, a, index) ** 2) * sum((index) => apart(other, b, index) ** 2);
  return together / Math.sqrt(alone);
}

function mean(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0) / figures.length;
}

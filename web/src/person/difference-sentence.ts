import type { ComparedLine } from './compare-lines.ts';

/** How many lines as known then differ from what is known now, in a sentence. */
export function differenceSentence(lines: readonly ComparedLine<unknown>[]): string {
  const count = lines.length;
  const past = lines.filter((line) => line.past !== null).length;
  const differing = lines.filter(({ differs }) => differs).length;
  if (count === 0) return 'Nothing is known to be held on this day, then or now.';
  if (past === 0) return `Nothing was known then. Now ${linesAre(count)} known.`;
  if (differing === 0) {
    return `What was known then is what is known now: ${count === 1 ? 'the one line is' : `all ${count} lines are`} the same.`;
  }
  return `${differing} of ${linesOf(count)} ${differing === 1 ? 'differs' : 'differ'} from what is known now.`;
}

function linesOf(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

function linesAre(count: number): string {
  return `${linesOf(count)} ${count === 1 ? 'is' : 'are'}`;
}

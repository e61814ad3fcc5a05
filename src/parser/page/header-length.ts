/** A cell of a row of headings, as copies print it. */
const HEADING =
  /^(?:|\d+A?\.\s.*|Code|V|Amount|\(A\) or \(D\)|\(A\)|\(D\)|Price|Date Exercisable|Expiration Date|Title|Amount or Number of Shares|Date)$/i;

const TITLED = /^(?:1\.\s*)?Title of/i;

/**
 * How many of a table's rows, given as the words of their cells, are its header: down to the last
 * row, next to the one with "1. Title of", that has headings alone. 0 where no row has that
 * heading, or where one above it has more than a remark.
 */
export function headerLength(rows: readonly (readonly string[])[]): number {
  const titled = rows.findIndex((cells) => cells.some((words) => TITLED.test(words)));
  const isRemark = (cells: readonly string[]) => cells.filter((words) => words !== '').length < 2;
  if (titled < 0 || !rows.slice(0, titled).every(isRemark)) return 0;
  let end = titled + 1;
  while (rows[end]?.every((words) => HEADING.test(words)) === true) end += 1;
  return end;
}

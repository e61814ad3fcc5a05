const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** A row's cells by column; those left out are blank, which is null in these tables. */
export type Cells = Readonly<Record<string, string | null>>;

/** 2024-07-31 as 31-JUL-2024. */
export function dateCell(date: string | null): string | null {
  if (date === null) return null;
  const [year, month, day] = date.split('-');
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
}

/**
 * An exact amount with a decimal place at least, as the SEC writes 25528.0 and 0.59. Not rounded.
 */
export function amountCell(amount: string | null): string | null {
  return amount === null || amount.includes('.') ? amount : `${amount}.0`;
}

/** A box: 1 or 0. */
export function boxCell(ticked: boolean): '1' | '0' {
  return ticked ? '1' : '0';
}

/**
 * A row as a line: tabs between cells, white space inside them folded, quotes where a cell has one.
 */
export function line(columns: readonly string[], cells: Cells): string {
  const texts = columns.map((column) => {
    const text = (cells[column] ?? '').replace(/\s+/g, ' ').trim();
    return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${texts.join('\t')}\n`;
}

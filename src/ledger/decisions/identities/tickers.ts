const NONE = /^(?:NONE|N\/?A|NULL|NIL|NOT (?:APPLICABLE|LISTED|TRADED|PUBLIC).*|-+|\.+|0+)$/;
const EXCHANGE =
  /^(?:NYSE|NASDAQ|NASD|AMEX|OTC(?:BB|QB|QX)?|TSXV?|NYSE ?(?:ARCA|AMERICAN|MKT)|CBOE) ?: ?/;
const BULLETIN_BOARD = /\.(?:OB|PK|OTC|QB|QX)$/;
const SYMBOL = /^[A-Z0-9][A-Z0-9.\-/]{0,11}$/;

/**
 * The symbols in a free-text ticker, cleaned for look-up: brackets, exchange and bulletin-board
 * marks dropped, several separated; empty for NONE, N/A and the like (docs/domain.md §2).
 *
 * @example cleanTickers('(NASDAQ: ABCD)') // ['ABCD']
 * @example cleanTickers('N/A') // []
 */
export function cleanTickers(filed: string | null): string[] {
  if (filed === null) return [];
  const text = filed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[[\](){}"'“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '');
  if (text === '' || NONE.test(text)) return [];
  const symbols = text
    .replace(EXCHANGE, '')
    .split(/[,;|&]|\b(?:AND|OR)\b|\s/)
    .map((part) =>
      part
        .trim()
        .replace(EXCHANGE, '')
        .replace(/^[A-Z]+:/, '')
        .replace(BULLETIN_BOARD, ''),
    )
    .filter((part) => SYMBOL.test(part) && !NONE.test(part));
  return [...new Set(symbols)];
}

/**
 * A symbol as it is, then, of a class of shares, as others write it (docs/domain.md §2): BRK.B,
 * BRK-B, BRK/B, BRKB.
 */
export function symbolSpellings(symbol: string): string[] {
  const [, base, suffix] = /^([A-Z]+)[.\-/]([A-Z]{1,2})$/.exec(symbol) ?? [];
  if (base === undefined) return [symbol];
  return [...new Set([symbol, ...['.', '-', '/', ''].map((mark) => `${base}${mark}${suffix}`)])];
}

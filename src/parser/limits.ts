/** A list of footnotes longer than this is refused; no real one comes near. */
export const FOOTNOTES_AT_MOST = 10_000;

/** EDGAR takes thirty lines of a table; what has more than this in both is refused. */
export const LINES_AT_MOST = 1_000;

/** EDGAR takes ten reporting owners; a filing with more than this is refused. */
export const OWNERS_AT_MOST = 100;

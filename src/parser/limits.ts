/** A list of footnotes longer than this is refused; no real one comes near. */
export const FOOTNOTES_AT_MOST = 10_000;

/** Whoever read the output wants no more of it. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** The address of the view of a person with a CIK. */
export function personPath(cik: string): string {
  return `/person/${Buffer.from(`Person:${Number(cik)}`).toString('base64url')}`;
}

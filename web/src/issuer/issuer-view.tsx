/** To be written. */
export function IssuerView() {
  return <h1>IssuerView</h1>;
}

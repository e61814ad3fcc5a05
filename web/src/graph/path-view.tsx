/** To be written. */
export function PathView() {
  return <h1>PathView</h1>;
}

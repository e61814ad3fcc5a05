/** To be written. */
export function LiveView() {
  return <h1>LiveView</h1>;
}

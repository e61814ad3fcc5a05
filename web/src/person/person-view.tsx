/** To be written. */
export function PersonView() {
  return <h1>PersonView</h1>;
}

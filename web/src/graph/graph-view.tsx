/** To be written. */
export function GraphView() {
  return <h1>GraphView</h1>;
}

import { Panel } from '../ui/index.ts';

/** How anybody can find out whether the past was changed. */
export function Verifying() {
  return (
    <Panel title="How to verify it">
      <p>
        Every event’s hash covers the hash before it and the event’s canonical form (RFC 8785), so
        no byte of the past can change without changing the hash above.
      </p>
      <ul>
        <li>
          Note the position and the hash, and ask later: <code>event(position)</code> must have the
          same hash still.
        </li>
        <li>
          <code>npx insider-ledger verify</code>, on the ledger’s machine, works out every hash
          again, and compares the kept source bytes.
        </li>
        <li>
          <code>npx insider-ledger export ledger</code> writes the whole chain to a file that can be
          verified without this program.
        </li>
      </ul>
    </Panel>
  );
}

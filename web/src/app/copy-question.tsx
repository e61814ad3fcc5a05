import { useState } from 'react';
import { type Copyable, useCopyables } from '../ui/index.ts';
import styles from './shell.module.css';

/** The questions that the view asks, to be asked of the API: as GraphQL, or as a command. */
export function CopyQuestion() {
  const all = useCopyables();
  const [name, setName] = useState<string>();
  const [said, setSaid] = useState('');
  const chosen = all.find((one) => one.name === name) ?? all[0];
  if (chosen === undefined) return null;
  const copy = async (text: string, what: string) => {
    await navigator.clipboard.writeText(text);
    setSaid(`Copied as ${what}.`);
  };
  return (
    <p className={styles.copy}>
      {all.length > 1 ? (
        <select
          aria-label="Question to copy"
          value={chosen.name}
          onChange={({ target }) => setName(target.value)}
        >
          {all.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
      ) : (
        chosen.name
      )}
      <button type="button" onClick={() => void copy(asGraphql(chosen), 'GraphQL')}>
        Copy as GraphQL
      </button>
      <button type="button" onClick={() => void copy(asCurl(chosen), 'curl')}>
        Copy as curl
      </button>
      <span role="status">{said}</span>
    </p>
  );
}

function asGraphql({ query, variables }: Copyable): string {
  return `${query}\n\n# Variables\n${JSON.stringify(variables, null, 2).replace(/^/gm, '# ')}\n`;
}

function asCurl({ query, variables }: Copyable): string {
  const body = JSON.stringify({ query, variables }).replaceAll("'", "'\\''");
  const url = new URL('/graphql', window.location.href).href;
  return `curl -s '${url}' -H 'content-type: application/json' --data '${body}'\n`;
}

import { citedNotes, type References } from './cited-notes.ts';
import styles from './lines.module.css';

/** The footnotes that a line cites, each once and whole, with the fields that cite it. */
export function FootnotesOf({ references }: { readonly references: References }) {
  return (
    <dl className={styles.notes}>
      {citedNotes(references).map(({ id, text, cites }) => (
        <div key={id}>
          <dt>
            {id} <span className={styles.cites}>of {cites.map(inWords).join(', ')}</span>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The name of a field as words: "pricePerShare" as "price per share". */
function inWords(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

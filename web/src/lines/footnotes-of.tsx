import type { CitedFragment } from '../graphql/index.ts';
import styles from './lines.module.css';

type Reference = CitedFragment['footnotes'][number];

/** The footnotes that a line cites, each once and whole, with the cells that cite it. */
export function FootnotesOf({ references }: { readonly references: readonly Reference[] }) {
  const cited = new Map<string, { readonly text: string; readonly fields: string[] }>();
  for (const { field, footnote } of references) {
    const known = cited.get(footnote.id);
    if (known === undefined) cited.set(footnote.id, { text: footnote.text, fields: [field] });
    else known.fields.push(field);
  }
  return (
    <ul className={styles.notes}>
      {[...cited].map(([id, { text, fields }]) => (
        <li key={id}>
          <strong>{id}</strong>{' '}
          <span className={styles.cites}>({fields.map(inWords).join(', ')})</span> {text}
        </li>
      ))}
    </ul>
  );
}

/** The name of a field as words: "pricePerShare" as "price per share". */
function inWords(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

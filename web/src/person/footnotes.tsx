import styles from './person.module.css';
import type { Line } from './use-holdings.ts';

/** A footnote, and the fields that cite it. */
interface CitedNote {
  readonly id: string;
  readonly text: string;
  /** As the schema names them. */
  readonly cites: readonly string[];
}

/** The footnotes that a line cites, each once. */
export function footnotesOf({ footnotes }: Pick<Line, 'footnotes'>): CitedNote[] {
  const notes = new Map<string, CitedNote>();
  for (const { field, footnote } of footnotes) {
    const cites = [...(notes.get(footnote.id)?.cites ?? []), field];
    notes.set(footnote.id, { ...footnote, cites });
  }
  return [...notes.values()];
}

/** Footnotes to read, in a cell as wide as the table. */
export function Footnotes({
  footnotes,
  columns,
}: {
  readonly footnotes: readonly CitedNote[];
  readonly columns: number;
}) {
  return (
    <td colSpan={columns}>
      <dl className={styles.footnotes}>
        {footnotes.map(({ id, text, cites }) => (
          <div key={id}>
            <dt>
              {id} <span className={styles.quiet}>of {cites.map(wordsOf).join(', ')}</span>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </td>
  );
}

/** "pricePerShare" as "price per share". */
function wordsOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

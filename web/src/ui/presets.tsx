import styles from './presets.module.css';

interface PresetsProps<Value extends string> {
  /** What they choose among, for those who listen. */
  readonly label: string;
  readonly of: readonly (readonly [value: Value, word: string])[];
  /** Null: none of them. */
  readonly chosen: Value | null;
  readonly choose: (value: Value) => void;
}

/** A few choices side by side, one of which is taken. */
export function Presets<Value extends string>({ label, of, chosen, choose }: PresetsProps<Value>) {
  return (
    <fieldset className={styles.presets}>
      <legend className="unseen">{label}</legend>
      {of.map(([value, word]) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen === value}
          onClick={() => choose(value)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  );
}

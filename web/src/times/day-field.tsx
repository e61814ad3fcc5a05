import { useId, useState } from 'react';

/** Earlier than the first of these forms; a year that is being typed goes through such days. */
const FIRST = '1934-01-01';
const LAST = '2199-12-31';

/** A field for one exact day; empty where none is chosen. */
export function DayField({
  name,
  day,
  choose,
}: {
  readonly name: string;
  readonly day: string | null;
  readonly choose: (day: string) => void;
}) {
  const id = useId();
  // What is half typed is no day yet, and has to stay while it is typed.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="date"
        min={FIRST}
        max={LAST}
        value={typed ?? day ?? ''}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.validity.valid && target.value !== '') choose(target.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </>
  );
}

import { MEANINGS } from '../graphql/index.ts';

type Enum = keyof typeof MEANINGS;

/** What the schema says that a value of an enum means. */
export function meaningOf<Name extends Enum>(
  name: Name,
  value: keyof (typeof MEANINGS)[Name] & string,
): string {
  return MEANINGS[name][value] as string;
}

/** A value of an enum as people write it, its meaning on hover and for those who listen. */
export function MeaningOf<Name extends Enum>({
  type,
  value,
  children,
}: {
  readonly type: Name;
  readonly value: keyof (typeof MEANINGS)[Name] & string;
  /** How it is shown; in lower case words where left out. */
  readonly children?: string;
}) {
  const meaning = meaningOf(type, value);
  return (
    <abbr title={meaning}>
      {children ?? value.toLowerCase().replaceAll('_', ' ')}
      <span className="unseen"> ({meaning})</span>
    </abbr>
  );
}

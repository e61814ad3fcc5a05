import type { ScreenQuery } from '../graphql/index.ts';
import { RowTable } from '../ui/index.ts';
import type { ScreenAddress, SORTS } from './address.ts';
import type { Subject } from './question.ts';
import styles from './screen.module.css';
import { ScreenRow } from './screen-row.tsx';

interface Sorting {
  readonly address: ScreenAddress;
  readonly change: (changed: ScreenAddress) => void;
}

interface ScreenTableProps {
  readonly lines: readonly ScreenQuery['transactions']['nodes'][number][];
  /** How its columns sort it; left out where the order is given. */
  readonly sorting?: Sorting;
  readonly of: Subject;
  readonly knownAt: string | null;
  /** How many of the first have just arrived, and are marked for a moment. */
  readonly arrived?: number;
}

interface Column {
  readonly name: string;
  readonly sort?: keyof typeof SORTS;
  readonly isAmount?: boolean;
  /** What the abbreviation of a heading means. */
  readonly says?: string;
}

const KNOWN: Column = {
  name: 'Known',
  sort: 'known',
  says: 'When the public could know: the day in New York',
};
const TRADED: Column = { name: 'Traded', sort: 'traded', says: 'The date the ledger goes by' };
const AMOUNTS: readonly Column[] = [
  { name: 'Shares', sort: 'shares', isAmount: true },
  { name: 'Price', isAmount: true },
  { name: 'Value', sort: 'value', isAmount: true, says: 'Shares times price, USD' },
  {
    name: 'Change',
    sort: 'change',
    isAmount: true,
    says: 'Of the holding: the change by what was held before it',
  },
  { name: 'Holds after', isAmount: true },
];

/** The columns of a screen: of one issuer or person without those that would say the same. */
function columnsOf({ issuer, person }: Subject): readonly Column[] {
  return [
    KNOWN,
    TRADED,
    ...(issuer === undefined ? [{ name: 'Ticker' }, { name: 'Issuer' }] : []),
    ...(person === undefined ? [{ name: 'Insider' }] : []),
    { name: 'What' },
    ...(issuer === undefined && person === undefined ? [] : [{ name: 'Security' }]),
    ...AMOUNTS,
    { name: 'More' },
  ];
}

/** Lines of transactions under columns by which they are sorted. */
export function ScreenTable({ lines, sorting, of, knownAt, arrived = 0 }: ScreenTableProps) {
  const columns = columnsOf(of);
  return (
    <RowTable label="Transactions" className={styles.table ?? ''}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.name} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      {lines.map((line, at) => (
        <ScreenRow
          key={line.id}
          {...{ line, of, knownAt }}
          columns={columns.length}
          isNew={at < arrived}
        />
      ))}
    </RowTable>
  );
}

/** What the narrower screens leave out goes by the class of the cells. */
const CLASSES: Readonly<Record<string, string>> = {
  Traded: 'traded',
  Issuer: 'issuer',
  Insider: 'insider',
  Security: 'security',
  'Holds after': 'after',
};

interface HeadingProps {
  readonly column: Column;
  readonly sorting: Sorting | undefined;
}

function Heading({ column: { name, sort, isAmount, says }, sorting }: HeadingProps) {
  const className = [isAmount ? 'amounts' : '', styles[CLASSES[name] ?? '']].join(' ').trim();
  if (sort === undefined || sorting === undefined) {
    return (
      <th scope="col" className={className} title={says}>
        {name === 'More' ? <span className="unseen">{name}</span> : name}
      </th>
    );
  }
  const { address, change } = sorting;
  const isSorted = (address.sort ?? 'known') === sort;
  const isUp = address.way === 'up';
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        title={says}
        onClick={() => change({ sort, way: isSorted && !isUp ? 'up' : undefined })}
      >
        {name}
        <span aria-hidden="true">{isSorted ? (isUp ? ' ▲' : ' ▼') : ''}</span>
      </button>
    </th>
  );
}

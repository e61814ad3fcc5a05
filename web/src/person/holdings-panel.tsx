import { Answer, Panel } from '../ui/index.ts';
import type { ComparedLine } from './compare-lines.ts';
import { differenceSentence } from './difference-sentence.ts';
import { groupLines } from './group-lines.ts';
import { HoldingsTable } from './holdings-table.tsx';
import styles from './person.module.css';
import type { Held, Line, useHoldings } from './use-holdings.ts';

/** What somebody held: by issuer, direct and indirect apart, and how what is known now differs. */
export function HoldingsPanel({ holdings }: { readonly holdings: ReturnType<typeof useHoldings> }) {
  const { held, error, fetching, retry, turn } = holdings;
  return (
    <Panel title="Holdings">
      <Answer data={held} nothing="" {...{ error, fetching, retry }}>
        {(shown) => (
          <>
            <HoldingTable held={shown} />
            {groupLines(shown.lines, lineOf).map((lines) => (
              <HoldingsTable key={lines.issuer.id} lines={lines} />
            ))}
            <More {...{ shown, fetching, turn }} />
          </>
        )}
      </Answer>
    </Panel>
  );
}

/** How many lines differ, or that there are none. */
function HoldingTable({ held: { lines, count, comparison } }: { readonly held: Held }) {
  if (comparison === 'NONE' && count === 0) {
    return <p role="status">Nothing is known to be held on this day.</p>;
  }
  if (comparison === 'NONE') return null;
  return (
    <p role="status" className={lines.some(({ differs }) => differs) ? styles.differ : undefined}>
      {comparison === 'DONE'
        ? differenceSentence(lines)
        : 'What is known now is compared once all lines are loaded.'}
    </p>
  );
}

interface MoreProps {
  readonly shown: Held;
  readonly fetching: boolean;
  readonly turn: (next: NonNullable<Held['next']>) => void;
}

function More({ shown: { next }, fetching, turn }: MoreProps) {
  if (next === null) return null;
  return (
    <button type="button" disabled={fetching} onClick={() => turn(next)}>
      Load more
    </button>
  );
}

function lineOf({ past, present }: ComparedLine<Line>): Line {
  const line = past ?? present;
  if (line === null) throw new Error('A line is known then or now.');
  return line;
}

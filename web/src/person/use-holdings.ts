import { useState } from 'react';
import { useQuery } from 'urql';
import {
  type HoldingLineFragment,
  type PersonBy,
  PersonHoldingsDocument,
} from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { useCopyable } from '../ui/index.ts';
import { type ComparedLine, compareLines } from './compare-lines.ts';

/** A holding, as the view of a person asks for it. */
export type Line = HoldingLineFragment;

/** What was held, beside what is known of it now. */
export interface Held {
  /** How many lines were known then. */
  readonly count: number;
  readonly lines: readonly ComparedLine<Line>[];
  /** How the lines are compared with what is known now: not at all where that is what is asked. */
  readonly comparison: 'NONE' | 'AFTER_ALL_IS_LOADED' | 'DONE';
  /** Where the pages end; null: nothing follows. */
  readonly next: Cursors | null;
}

interface Cursors {
  readonly after: string | null;
  readonly afterNow: string | null;
}

const START: Cursors = { after: null, afterNow: null };

/**
 * What a person held as of a day and known at another, and the same as known now; 100 lines a page.
 */
export function useHoldings(by: PersonBy, { asOf, knownAt }: Times) {
  const question = `${asOf} ${knownAt}`;
  const [turned, setTurned] = useState({ question, cursors: START });
  const cursors = turned.question === question ? turned.cursors : START;
  const variables = { by, asOf, knownAt, compare: knownAt !== null, ...cursors };
  useCopyable('Holdings', PersonHoldingsDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({
    query: PersonHoldingsDocument,
    variables,
    requestPolicy: 'cache-and-network',
  });
  const held = data?.person == null ? undefined : heldOf(data.person, cursors);
  const turn = (next: Cursors) => setTurned({ question, cursors: next });
  return { held, error, fetching, retry, turn } as const;
}

interface Page {
  readonly nodes: readonly Line[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function heldOf(shown: { holdings: Page; known?: Page | undefined }, at: Cursors): Held {
  const { holdings, known } = shown;
  const pages = known === undefined ? [holdings] : [holdings, known];
  const isAll = pages.every(({ pageInfo }) => !pageInfo.hasNextPage);
  const isCompared = known !== undefined && isAll;
  return {
    count: holdings.nodes.length,
    lines: isCompared
      ? compareLines(holdings.nodes, known.nodes)
      : holdings.nodes.map((line) => ({ past: line, present: line, differs: false })),
    comparison: known === undefined ? 'NONE' : isAll ? 'DONE' : 'AFTER_ALL_IS_LOADED',
    next: isAll
      ? null
      : { after: nextOf(holdings, at.after), afterNow: nextOf(known, at.afterNow) },
  };
}

function nextOf(page: Page | undefined, before: string | null): string | null {
  return page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : before;
}

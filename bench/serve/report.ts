import type { Figures } from './measure.ts';
import { OPERATIONS, type OperationName, PEER_GOAL } from './operations.ts';

const COLUMNS = ['', 'rps', 'p50 ms', 'p99 ms', 'cpu ms', 'to limit', 'to peer', 'goal'];

/** The table of one operation, with what share of the others' rates ours reaches. */
export function reportOf(
  operation: OperationName,
  figures: readonly Figures[],
  bytes: number,
): string {
  const { title, goal } = OPERATIONS[operation];
  const rows = figures.map((own) => {
    const ofLimit = ratio(own, figures, 'limit');
    const ofPeer = ratio(own, figures, 'peer');
    return [
      own.name,
      own.rate.toFixed(0),
      own.p50.toFixed(0),
      own.p99.toFixed(0),
      own.cpu?.toFixed(2) ?? '',
      ofLimit?.toFixed(2) ?? '',
      ofPeer?.toFixed(2) ?? '',
      own.name === 'ours' && goal !== null ? verdict(goal, ofLimit, ofPeer) : '',
    ];
  });
  const lines = [COLUMNS, ...rows].map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(8) : cell.padStart(10)))
      .join('')
      .trimEnd(),
  );
  return [`\n${operation}: ${title} (${bytes.toFixed(0)} bytes)`, ...lines].join('\n');
}

function ratio(own: Figures, figures: readonly Figures[], to: Figures['name']): number | null {
  const other = figures.find(({ name }) => name === to);
  return other === undefined || other === own ? null : own.rate / other.rate;
}

function verdict(goal: number, ofLimit: number | null, ofPeer: number | null): string {
  if (ofLimit === null && ofPeer === null) return '';
  const isBelow = (ofLimit ?? goal) < goal || (ofPeer ?? PEER_GOAL) < PEER_GOAL;
  return isBelow ? 'below' : 'ok';
}

import type { EventNotice, NoticedLine } from '../../reads/index.ts';
import { headline } from '../notices/index.ts';

/** What a webhook is sent of one event, by the shape of Standard Webhooks. */
export interface Message {
  /** The same whenever it is sent: of one watch and one position. */
  readonly id: string;
  readonly body: string;
}

/** A message of a notice: the same text for the same event. */
export function messageOf(watchId: bigint, notice: EventNotice): Message {
  const { position, recordedAt } = notice;
  const data = {
    watch: String(watchId),
    position: String(position),
    knownAt: notice.knownAt,
    recordedAt,
    ...(notice.type === 'REPORTED'
      ? { headline: headlineOf(notice), line: shown(notice.line) }
      : {
          headline: headlineOf(notice),
          retracted: notice.retracted.map(({ line, by }) => ({
            ...shown(line),
            replacedBy: by === null ? null : String(by),
          })),
          reinstated: notice.reinstated.map(shown),
        }),
  };
  const type = notice.type === 'REPORTED' ? 'transaction.reported' : 'transaction.retracted';
  const body = JSON.stringify({ type, timestamp: recordedAt, data });
  return { id: messageId(watchId, position), body };
}

/** The id of what a watch sends of a position. */
export function messageId(watchId: bigint, position: bigint): string {
  return `watch_${watchId}_${position}`;
}

/** A sentence for a notice: of an event that retracts several lines, the first and how many. */
export function headlineOf(notice: EventNotice): string {
  if (notice.type === 'REPORTED') return headline({ line: notice.line, retraction: null });
  const [first] = notice.retracted;
  const others = notice.retracted.length + notice.reinstated.length - 1;
  const more = others === 0 ? '' : `, and ${others} more`;
  if (first !== undefined) {
    const { line, by } = first;
    const { position, recordedAt, knownAt } = notice;
    const retraction = { position, recordedAt, knownAt, by, hash: '' };
    return `${headline({ line, retraction })}${more}`;
  }
  const [line] = notice.reinstated;
  return line === undefined
    ? 'Nothing'
    : `Counts again: ${headline({ line, retraction: null })}${more}`;
}

/** A line as messages have it: amounts as exact decimals in text, positions too. */
function shown({ position, ...line }: NoticedLine) {
  return { position: String(position), ...line };
}

import type { LedgerEventType } from '../../ledger/index.ts';
import {
  type Add,
  type EventFilter,
  type EventPage,
  knownConditions,
  lineConditions,
} from './event-filter.ts';
import type { EventPart, EventRoot } from './event-root.ts';
import { type KnownBounds, knownWithinBounds, withinBounds } from './known-bounds.ts';

/** Which page of which events. */
export interface EventQuestion {
  readonly filter: EventFilter;
  readonly page: EventPage;
  /**
   * Between which positions the filings are that the filter's span of knownAt leaves; null:
   * anywhere.
   */
  readonly bounds: KnownBounds | null;
}

/**
 * The sources of a page of events: SELECTs of positions, each in order and cut to the page, which
 * have all of the page among them. A filing's own events follow its id, the position of its
 * FilingReceived, without a gap: they are read from filings and lines in the order of filings' ids.
 * What filings get later, lines of further documents and readings, amendments and identities, is
 * few and read apart.
 */
export function eventSources(
  root: EventRoot,
  { filter, page, bounds }: EventQuestion,
  add: Add,
): string[] {
  const limit = add(page.limit);
  const select = (part: EventPart, where: readonly string[]) =>
    selectInOrder(part, [...part.where, ...where, ...inWindow(page, part.position, add)], {
      way: page.backwards === true ? 'DESC' : 'ASC',
      isDistinct: root.of === 'person',
      limit,
    });
  const known = (part: EventPart) => knownConditions(filter, part.knownAt, add);
  const ownKnown = (part: EventPart) => {
    if (bounds === null) return known(part);
    const within = bounds.areMany ? knownWithinBounds : knownConditions;
    return [...within(filter, part.knownAt, add), ...withinBounds(bounds, part.position, add)];
  };
  const allows = (type: LedgerEventType) => filter.types?.includes(type) ?? true;

  const sources: string[] = [];
  const kinds = [allows('TRANSACTION_REPORTED'), allows('HOLDING_REPORTED')];
  const ofLines = lineConditions(filter, add);
  if (kinds.includes(true)) {
    const lines = bounds === null ? root.lines : WITH_FILING;
    const late = bounds === null ? root.lateLines : LATE_WITH_FILING;
    const where = [...ofLines];
    if (kinds.includes(false)) where.push(`l.is_transaction = ${kinds[0]}`);
    if (filter.includeSuperseded === false) where.push('l.superseded_by IS NULL');
    const ofCodes = codeConditions(root, filter, add);
    const own = [...where, ...ownKnown(lines)];
    sources.push(...ofCodes.map((condition) => select(lines, [...condition, ...own])));
    if (late !== null) {
      const lateKnown = [...where, ...known(late)];
      sources.push(...ofCodes.map((condition) => select(late, [...condition, ...lateKnown])));
    }
  }
  if (ofLines.length > 0 || filter.codes !== undefined) return sources;

  if (allows('FILING_RECEIVED')) {
    sources.push(select(root.received, ownKnown(root.received)));
  }
  const later = (['FILING_AMENDED', 'IDENTITY_RESOLVED', 'FILING_REREAD'] as const).filter(allows);
  const together = root.of === 'ledger' ? later.map((type) => [type]) : [later];
  for (const types of together) {
    const ofTypes = `e.type IN (${types.map((type) => `'${type}'`).join(', ')})`;
    if (types.length > 0) sources.push(select(root.later, [ofTypes, ...known(root.later)]));
  }
  return sources;
}

/** One condition a source. In the whole ledger an index has the lines of each code in order. */
function codeConditions({ of }: EventRoot, { codes }: EventFilter, add: Add): string[][] {
  if (codes === undefined) return [[]];
  if (of !== 'ledger') return [[`l.code = ANY(${add(codes)}::transaction_code[])`]];
  return [...new Set(codes)].map((code) => [`l.code = ${add(code)}`]);
}

const WITH_FILING: EventPart = {
  from: 'reported_line l JOIN filing f ON f.id = l.filing_id',
  where: ['NOT l.is_late'],
  position: 'l.position',
  knownAt: 'f.known_at',
};

/** These stand anywhere after the filing, so also outside the bounds of filings. */
const LATE_WITH_FILING: EventPart = { ...WITH_FILING, where: ['l.is_late'] };

function selectInOrder(
  { from, position, order }: EventPart,
  where: readonly string[],
  page: { readonly way: 'ASC' | 'DESC'; readonly isDistinct: boolean; readonly limit: string },
): string {
  const keys = order === undefined ? [position] : [order, position];
  // Somebody whom a filing lists twice as its owner has its events once.
  const distinct = page.isDistinct ? `DISTINCT ON (${keys.join(', ')})` : '';
  return `(SELECT ${distinct} ${position} AS position FROM ${from}
    ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
    ORDER BY ${keys.map((key) => `${key} ${page.way}`).join(', ')} LIMIT ${page.limit})`;
}

function inWindow({ after, before }: EventPage, position: string, add: Add): string[] {
  return [
    ...(after === undefined ? [] : [`${position} > ${add(after)}`]),
    ...(before === undefined ? [] : [`${position} < ${add(before)}`]),
  ];
}
